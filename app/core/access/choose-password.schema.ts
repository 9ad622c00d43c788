/** Forms in which somebody chooses a password: one schema for the browser and the action. */
import { z } from "zod";
import { oneLine } from "~/core/prose/one-line";
import { lengthProblem } from "./password-length";
import { emailAddress } from "./sign-in.schema";

/** The whole judgement; the browser asks the length alone and leaves the rest to the server. */
type PasswordJudge = (password: string) => string | null;

/** What is left empty is told by the check of both, so that all is told at once. */
const passwords = {
  password: z.string().catch(""),
  again: z.string().catch(""),
  shared: z.boolean().default(false),
};

interface Passwords {
  readonly password: string;
  readonly again: string;
}

function againProblem({ password, again }: Passwords): string | null {
  if (again === "") return "Type the password a second time";
  return again === password ? null : "The two passwords differ. Type the same one twice.";
}

function checkPasswords(judge: PasswordJudge) {
  return ({ password, again }: Passwords, context: z.RefinementCtx): void => {
    const problems = {
      password: password === "" ? "Choose a password" : judge(password),
      again: againProblem({ password, again }),
    };
    for (const [field, message] of Object.entries(problems)) {
      if (message !== null) context.addIssue({ code: "custom", path: [field], message });
    }
  };
}

export function choosePasswordForm(judge: PasswordJudge = lengthProblem) {
  return z.object(passwords).superRefine(checkPasswords(judge));
}

export const personName = z
  .string("Enter a name")
  .overwrite(oneLine)
  .min(1, "Enter a name")
  .max(120, "Use 120 characters or fewer");

/** The first administrator says who they are, too. */
export function setupForm(judge?: (owner: { email: string; name: string }) => PasswordJudge) {
  return z
    .object({ name: personName, email: emailAddress, ...passwords })
    .superRefine((form, context) => checkPasswords(judge?.(form) ?? lengthProblem)(form, context));
}
