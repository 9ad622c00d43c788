import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { FormProblem } from "~/components/ui/form-problem";
import { Select, type SelectGroup } from "~/components/ui/select";
import { TextField } from "~/components/ui/text-field";
import { recordByHandForm } from "~/core/completion/correction.schema";

interface RecordByHandFormProps {
  readonly things: readonly SelectGroup[];
  /** To pick from; none where they are too many, and an address is typed. */
  readonly people: readonly { readonly name: string; readonly email: string }[];
  /** A civil date. */
  readonly today: string;
  readonly lastResult: SubmissionResult | undefined;
}

/** Whose, what, when and why. */
export function RecordByHandForm(props: RecordByHandFormProps) {
  const { things, people, today, lastResult } = props;
  const [form, fields] = useForm({
    id: "by-hand",
    lastResult: lastResult ?? null,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: recordByHandForm }),
  });
  const { email, thing, on, reason } = fields;
  return (
    <Form method="post" className="max-w-form space-y-6" {...getFormProps(form)}>
      <FormProblem id={form.errorId} title="Nothing was recorded" errors={form.errors} />
      <TextField
        label="E-mail address of the person"
        hint={people.length === 0 ? undefined : "Type a few letters of the name, and pick."}
        list="people"
        name="email"
        type="email"
        autoComplete="off"
        errors={email.errors}
        defaultValue={email.initialValue ?? ""}
      />
      <datalist id="people">
        {people.map(({ name, email: address }) => (
          <option key={address} value={address} label={name} />
        ))}
      </datalist>
      <Select
        label="What they completed"
        name="thing"
        errors={thing.errors}
        defaultValue={typeof thing.initialValue === "string" ? thing.initialValue : ""}
        options={[{ value: "", label: "Choose" }, ...things]}
      />
      <TextField
        label="On which day"
        name="on"
        type="date"
        max={today}
        errors={on.errors}
        defaultValue={on.initialValue ?? today}
      />
      <TextField
        label="Why it counts"
        hint="Where it was done, and how you know. The person reads it too."
        name="reason"
        errors={reason.errors}
        defaultValue={reason.initialValue ?? ""}
      />
      <Button>Put it on record</Button>
    </Form>
  );
}
