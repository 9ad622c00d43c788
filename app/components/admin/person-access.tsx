import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, buttonClass, type ButtonVariant } from "~/components/ui/button";
import { DateText } from "~/components/ui/date-text";
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
  const { deactivatedAt, hasPassword, sessions } = person;
  const { name } = person.details;
  const active = deactivatedAt === null;
  return (
    <section
      aria-labelledby="access"
      className="max-w-form space-y-4 rounded-lg border border-line bg-sheet p-5 sm:p-6"
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
      {active ? null : <Act intent="reactivate">Reactivate</Act>}
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
