import { getFormProps, getInputProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { LinkButton } from "~/components/shell/link-button";
import { Button } from "~/components/ui/button";
import { FormProblem } from "~/components/ui/form-problem";
import { TextField } from "~/components/ui/text-field";
import { paths } from "~/paths";

interface EraseFormProps {
  readonly personId: string;
  readonly name: string;
  readonly lastResult: SubmissionResult | undefined;
}

/** The last step: the name, typed. The server judges it, so that no script is needed. */
export function EraseForm({ personId, name, lastResult }: EraseFormProps) {
  const [form, fields] = useForm<{ name: string }>({
    id: "erase",
    lastResult: lastResult ?? null,
  });
  return (
    <Form
      method="post"
      {...getFormProps(form)}
      className="max-w-form space-y-5 rounded-lg border border-danger bg-sheet p-5 sm:p-6"
    >
      <FormProblem id={form.errorId} title="Nothing was erased" errors={form.errors} />
      <TextField
        label={`To erase them, type their name: ${name}`}
        hint="This cannot be undone. The server may pause for some seconds while it does it."
        errors={fields.name.errors}
        {...getInputProps(fields.name, { type: "text", ariaAttributes: false })}
        autoComplete="off"
        key="name"
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="danger">Erase for good</Button>
        <LinkButton to={paths.adminPerson(personId)} variant="quiet">
          Keep them
        </LinkButton>
      </div>
    </Form>
  );
}
