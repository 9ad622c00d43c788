import { getFormProps, getInputProps, useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { EmailField, SharedComputerField } from "~/components/account/account-fields";
import { AuthShell } from "~/components/shell/auth-shell";
import { Button } from "~/components/ui/button";
import { FormProblem } from "~/components/ui/form-problem";
import { Notice } from "~/components/ui/notice";
import { TextField } from "~/components/ui/text-field";
import { signInForm } from "~/core/access/sign-in.schema";

interface SignInFormProps {
  /** They were on a page and their session ended, or they followed a link. */
  readonly returning: boolean;
  /** There is no administrator yet, so that nobody could have let them in. */
  readonly waiting: boolean;
  /** What became of the form that brought them here; null where none did. */
  readonly sent: "kept" | "lost" | null;
  readonly lastResult: SubmissionResult | undefined;
}

/** What to expect after signing in, where that is more than the home page. */
function leadOf({ returning, sent }: Pick<SignInFormProps, "returning" | "sent">) {
  if (sent === "kept") return "Sign in, and what you just sent is there again, not sent yet.";
  return returning ? "Sign in, and you are back where you were." : undefined;
}

export function SignInForm({ returning, waiting, sent, lastResult }: SignInFormProps) {
  const [form, fields] = useForm({
    id: "sign-in",
    lastResult: lastResult ?? null,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: signInForm }),
  });
  const { email, password, shared } = fields;
  return (
    <AuthShell title="Sign in" lead={leadOf({ returning, sent })}>
      {waiting ? (
        <div className="mb-6">
          <Notice meaning="info" title="Not set up yet">
            Nobody can sign in before there is an administrator. When this server starts, it prints
            an address at which the first one is set up.
          </Notice>
        </div>
      ) : null}
      {sent === "lost" ? (
        <div role="alert" className="mb-6">
          <Notice meaning="warning" title="What you just sent was not saved">
            You were no longer signed in, so nobody knew whose it was. Once you have signed in,
            please do it again.
          </Notice>
        </div>
      ) : null}
      <Form method="post" className="space-y-5" {...getFormProps(form)}>
        <FormProblem id={form.errorId} title="Not signed in" errors={form.errors} />
        <EmailField field={email} />
        <TextField
          label="Password"
          errors={password.errors}
          {...getInputProps(password, { type: "password", ariaAttributes: false })}
          autoComplete="current-password"
          key="password"
        />
        <SharedComputerField field={shared} />
        <Button className="w-full">Sign in</Button>
      </Form>
    </AuthShell>
  );
}
