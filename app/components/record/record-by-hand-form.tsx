import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { FormProblem } from "~/components/ui/form-problem";
import { Select } from "~/components/ui/select";
import { TextField } from "~/components/ui/text-field";
import { recordByHandForm } from "~/core/completion/correction.schema";

interface RecordByHandFormProps {
  readonly things: readonly { readonly value: string; readonly label: string }[];
  /** A civil date. */
  readonly today: string;
  readonly lastResult: SubmissionResult | undefined;
}

/** Whose, what, when and why. */
export function RecordByHandForm({ things, today, lastResult }: RecordByHandFormProps) {
  const [form, fields] = useForm({
    id: "by-hand",
    lastResult: lastResult ?? null,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: recordByHandForm }),
  });
  const { email, thing, on, reason } = fields;
  return (
    <Form method="post" className="max-w-form space-y-6" {...getFormProps(form)}>
      <FormProblem title="Nothing was recorded" errors={form.errors} />
      <TextField
        label="E-mail address of the person"
        name="email"
        type="email"
        autoComplete="off"
        errors={email.errors}
        defaultValue={email.initialValue ?? ""}
      />
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
