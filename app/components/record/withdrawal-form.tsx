import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { FormProblem } from "~/components/ui/form-problem";
import { TextField } from "~/components/ui/text-field";
import { withdrawalForm } from "~/core/completion/correction.schema";

interface WithdrawalFormProps {
  readonly lastResult: SubmissionResult | undefined;
}

/** Says that a record does not stand, and why. */
export function WithdrawalForm({ lastResult }: WithdrawalFormProps) {
  const [form, fields] = useForm({
    id: "withdrawal",
    lastResult: lastResult ?? null,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: withdrawalForm }),
  });
  return (
    <section aria-labelledby="correct" className="screen-only rounded-lg bg-well p-5 sm:p-6">
      <h2 id="correct" className="text-lg">
        Is this record wrong?
      </h2>
      <p className="mt-1 text-ink-soft">
        A correction is a new record with your name and reason. The wrong one can still be read, and
        the person can complete it again. A course or path that rests on it is left as it is.
      </p>
      <Form method="post" className="mt-4 space-y-4" {...getFormProps(form)}>
        <FormProblem id={form.errorId} title="Nothing was recorded" errors={form.errors} />
        <TextField
          label="Why"
          hint="The person reads it too."
          name="reason"
          errors={fields.reason.errors}
          defaultValue={fields.reason.initialValue ?? ""}
        />
        <Button variant="danger">Record that it is wrong</Button>
      </Form>
    </section>
  );
}
