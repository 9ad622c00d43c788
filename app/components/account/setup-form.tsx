import { getFormProps, getInputProps, useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { EmailField } from "~/components/account/account-fields";
import { NewPasswordFields } from "~/components/account/new-password-fields";
import { AuthShell } from "~/components/shell/auth-shell";
import { Button } from "~/components/ui/button";
import { FormProblem } from "~/components/ui/form-problem";
import { TextField } from "~/components/ui/text-field";
import { setupForm } from "~/core/access/choose-password.schema";

export function SetupForm({ lastResult }: { readonly lastResult: SubmissionResult | undefined }) {
  const [form, fields] = useForm({
    id: "setup",
    lastResult: lastResult ?? null,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: setupForm() }),
  });
  const { name, email, password, again, shared } = fields;
  return (
    <AuthShell
      title="Set up the first administrator"
      lead="That is you. You can add everybody else once you are in."
    >
      <Form method="post" className="space-y-5" {...getFormProps(form)}>
        <FormProblem id={form.errorId} title="Nothing was set up" errors={form.errors} />
        <TextField
          label="Your name"
          errors={name.errors}
          {...getInputProps(name, { type: "text", ariaAttributes: false })}
          autoComplete="name"
          key="name"
        />
        <EmailField field={email} />
        <NewPasswordFields password={password} again={again} shared={shared} />
        <Button className="w-full">Set up and sign in</Button>
      </Form>
    </AuthShell>
  );
}
