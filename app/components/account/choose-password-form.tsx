import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { NewPasswordFields } from "~/components/account/new-password-fields";
import { AuthShell } from "~/components/shell/auth-shell";
import { Button } from "~/components/ui/button";
import { FormProblem } from "~/components/ui/form-problem";
import { choosePasswordForm } from "~/core/access/choose-password.schema";

interface ChoosePasswordFormProps {
  readonly name: string;
  readonly email: string;
  readonly lastResult: SubmissionResult | undefined;
}

export function ChoosePasswordForm({ name, email, lastResult }: ChoosePasswordFormProps) {
  const [form, fields] = useForm({
    id: "choose-password",
    lastResult: lastResult ?? null,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: choosePasswordForm() }),
  });
  const { password, again, shared } = fields;
  return (
    <AuthShell title="Choose your password" lead={`For ${name}, ${email}.`}>
      <Form method="post" className="space-y-5" {...getFormProps(form)}>
        <FormProblem id={form.errorId} title="No password was set" errors={form.errors} />
        {/* So that a password keeper knows whose it is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <NewPasswordFields password={password} again={again} shared={shared} />
        <Button className="w-full">Set the password and sign in</Button>
      </Form>
    </AuthShell>
  );
}
