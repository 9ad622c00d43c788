/** Forms in which somebody chooses a password: one schema for the browser and the action. */
import { z } from "zod";
import { oneLine } from "~/core/prose/one-line";
import { emailAddress } from "./sign-in.schema";

/** The whole judgement; the browser has none and leaves it to the server. */
export type PasswordJudge = (password: string) => string | null;

const passwords = {
  password: z.string("Choose a password"),
  again: z.string("Type the password a second time"),
  shared: z.boolean().default(false),
};

interface Passwords {
  readonly password: string;
  readonly again: string;
}

function checkPasswords(judge: PasswordJudge) {
  return ({ password, again }: Passwords, context: z.RefinementCtx): void => {
    const problem = judge(password);
    if (problem !== null) {
      context.addIssue({ code: "custom", path: ["password"], message: problem });
    } else if (again !== password) {
      const message = "The two passwords differ. Type the same one twice.";
      context.addIssue({ code: "custom", path: ["again"], message });
    }
  };
}

export function choosePasswordForm(judge: PasswordJudge = () => null) {
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
    .superRefine((form, context) => checkPasswords(judge?.(form) ?? (() => null))(form, context));
}
