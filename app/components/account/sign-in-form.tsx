import { getFormProps, getInputProps, useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { AuthShell } from "~/components/shell/auth-shell";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { Notice } from "~/components/ui/notice";
import { TextField } from "~/components/ui/text-field";
import { signInForm } from "~/core/access/sign-in.schema";

interface SignInFormProps {
  /** They were on a page and their session ended, or they followed a link. */
  readonly returning: boolean;
  readonly lastResult: SubmissionResult | undefined;
}

export function SignInForm({ returning, lastResult }: SignInFormProps) {
  const [form, fields] = useForm({
    id: "sign-in",
    lastResult: lastResult ?? null,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: signInForm }),
  });
  const { email, password, shared } = fields;
  return (
    <AuthShell
      title="Sign in"
      lead={returning ? "Sign in, and you are back where you were." : undefined}
    >
      <Form method="post" className="space-y-5" {...getFormProps(form)}>
        {form.errors ? (
          <div role="alert" id={form.errorId}>
            <Notice meaning="danger" title="Not signed in">
              {form.errors.join(" ")}
            </Notice>
          </div>
        ) : null}
        <TextField
          label="E-mail"
          errors={email.errors}
          {...getInputProps(email, { type: "email", ariaAttributes: false })}
          autoComplete="username"
          key="email"
        />
        <TextField
          label="Password"
          errors={password.errors}
          {...getInputProps(password, { type: "password", ariaAttributes: false })}
          autoComplete="current-password"
          key="password"
        />
        <Checkbox
          label="This is a shared computer"
          hint="You are signed out after ten minutes without a click, and when the browser closes."
          {...getInputProps(shared, { type: "checkbox", ariaAttributes: false })}
          key="shared"
        />
        <Button className="w-full">Sign in</Button>
      </Form>
    </AuthShell>
  );
}
