import { Form } from "@remix-run/react";
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
  readonly problem: string | null;
  readonly timeZone: string;
}

const problemId = "addresses-problem";

/** Whom to make an address for; whoever has one already keeps it unless they are ticked, too. */
export function AddressForm({ people, more, problem, timeZone }: AddressFormProps) {
  return (
    <Form
      method="post"
      className="max-w-form space-y-6"
      aria-describedby={problem === null ? undefined : problemId}
    >
      <FormProblem
        id={problemId}
        title="No address was made"
        errors={problem === null ? undefined : [problem]}
      />
      <fieldset>
        <legend className="mb-2 font-medium">Who gets one</legend>
        <ul>
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
      <Button>Make the addresses</Button>
    </Form>
  );
}
