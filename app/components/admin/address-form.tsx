import { Form } from "@remix-run/react";
import { Arrived } from "~/components/ui/arrived";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { DateText } from "~/components/ui/date-text";
import { FormProblem } from "~/components/ui/form-problem";

interface AddressFormProps {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly team: string | null;
    /** An instant; null where they have no address that opens anything. */
    readonly openUntil: string | null;
  }[];
  readonly more: boolean;
  /** What the form came back with. */
  readonly answer: { readonly problem: string } | undefined;
  readonly timeZone: string;
}

const problemId = "addresses-problem";

/** Whom to make an address for; whoever has one already keeps it unless they are ticked, too. */
export function AddressForm({ people, more, answer, timeZone }: AddressFormProps) {
  return (
    <Form
      method="post"
      className="space-y-6"
      aria-describedby={answer === undefined ? undefined : problemId}
    >
      {answer === undefined ? null : (
        <Arrived answer={answer}>
          <FormProblem id={problemId} title="No address was made" errors={[answer.problem]} />
        </Arrived>
      )}
      <fieldset>
        <legend className="mb-2 font-medium">Who gets one</legend>
        {/* What the focus is on is never behind the bar below. */}
        <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3 [&_input]:scroll-mb-24">
          {people.map(({ id, name, email, team, openUntil }) => (
            <li key={id}>
              <Checkbox
                name="person"
                value={id}
                defaultChecked={openUntil === null}
                label={<bdi>{name}</bdi>}
                hint={
                  <>
                    {email}
                    {team === null ? null : <> · {team}</>}
                    {openUntil === null ? null : (
                      <>
                        {" "}
                        · has one until <DateText value={openUntil} timeZone={timeZone} />, which a
                        newer one ends
                      </>
                    )}
                  </>
                }
              />
            </li>
          ))}
        </ul>
        {more ? (
          <p className="mt-2 text-ink-soft">
            There are more. They come here as soon as some of these have a password.
          </p>
        ) : null}
      </fieldset>
      <p className="screen-only sticky bottom-0 border-t border-line bg-paper py-3">
        <Button>Make the addresses</Button>
      </p>
    </Form>
  );
}
