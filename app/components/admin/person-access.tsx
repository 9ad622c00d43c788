import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, buttonClass, type ButtonVariant } from "~/components/ui/button";
import { DateText } from "~/components/ui/date-text";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";

interface Session {
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly idleMinutes: number;
}

interface PersonAccessProps {
  readonly person: {
    readonly id: string;
    readonly details: { readonly name: string };
    readonly deactivatedAt: string | null;
    readonly hasPassword: boolean;
    readonly sessions: readonly Session[];
    /** Active people who have them as manager. */
    readonly reports: readonly { readonly id: string; readonly name: string }[];
  };
  /** The administrator is looking at themself. */
  readonly self: boolean;
  readonly timeZone: string;
}

interface ActProps {
  readonly intent: string;
  readonly variant?: ButtonVariant;
  readonly children: ReactNode;
}

function Act({ intent, variant = "quiet", children }: ActProps) {
  return (
    <Form method="post">
      <Button variant={variant} name="intent" value={intent}>
        {children}
      </Button>
    </Form>
  );
}

/** Password, sessions and standing: who can come in, and who is in. */
export function PersonAccess({ person, self, timeZone }: PersonAccessProps) {
  const { deactivatedAt, hasPassword, sessions, reports } = person;
  const { name } = person.details;
  const active = deactivatedAt === null;
  return (
    <section
      aria-labelledby="access"
      className="max-w-form space-y-4 rounded-lg border border-line bg-sheet p-5 sm:p-6 lg:max-w-none"
    >
      <h2 id="access" className="text-xl">
        Access
      </h2>
      {active ? (
        <>
          <p>
            {hasPassword
              ? "They have a password. A one-time address lets them set another."
              : "They have no password yet. A one-time address lets them set one."}
          </p>
          <Act intent="invite">Make a one-time address</Act>
        </>
      ) : null}
      {sessions.length === 0 ? (
        <p>They are signed in nowhere.</p>
      ) : (
        <>
          <p>Signed in:</p>
          <ul className="space-y-1">
            {sessions.map(({ createdAt, lastSeenAt, idleMinutes }) => (
              <li key={createdAt}>
                since <DateText value={createdAt} timeZone={timeZone} withTime />, last seen{" "}
                <DateText value={lastSeenAt} timeZone={timeZone} withTime />
                {idleMinutes < 60 ? ", on a shared computer" : ""}
              </li>
            ))}
          </ul>
          <Act intent="sign-out">Sign them out everywhere</Act>
        </>
      )}
      {active && !self ? (
        <>
          <p className="border-t border-line pt-4">
            Deactivating signs them out at once and keeps them out. Their record stays as it is.
          </p>
          <Reports reports={reports} />
          <details>
            <summary className={buttonClass("danger", "cursor-pointer")}>Deactivate</summary>
            <div className="mt-4 space-y-3">
              <p className="font-medium">Sign {name} out everywhere, and keep them out?</p>
              <Act intent="deactivate" variant="danger">
                Yes, deactivate them
              </Act>
            </div>
          </details>
        </>
      ) : null}
      {active ? null : (
        <>
          <Reports reports={reports} />
          <Act intent="reactivate">Reactivate</Act>
        </>
      )}
      {self ? null : (
        <p>
          Somebody who wants to be forgotten can be{" "}
          <Link
            to={paths.adminErasePerson(person.id)}
            className="text-link underline underline-offset-4"
          >
            erased for good
          </Link>
          . You see what goes and what stays first.
        </p>
      )}
    </section>
  );
}

/** More names than these make no sentence. */
const mostNamed = 5;

/** Whose week nobody sees while their manager cannot sign in. */
function Reports({ reports }: Pick<PersonAccessProps["person"], "reports">) {
  if (reports.length === 0) return null;
  const more = reports.length - mostNamed;
  return (
    <div>
      <p>
        {countInWords(reports.length, "person has", "people have")} them as manager. Give each
        another one, or nobody sees how they are getting on:
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {reports.slice(0, mostNamed).map(({ id, name }) => (
          <li key={id}>
            <Link
              to={paths.adminPerson(id)}
              className="inline-flex min-h-8 items-center text-link underline underline-offset-4"
            >
              {name}
            </Link>
          </li>
        ))}
        {more > 0 ? <li className="inline-flex min-h-8 items-center">and {more} more</li> : null}
      </ul>
    </div>
  );
}
