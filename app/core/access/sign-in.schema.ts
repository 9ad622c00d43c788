/** The sign-in form: one schema for the browser and the action. */
import { z } from "zod";
import { oneLine } from "~/core/prose/one-line";

/** As stored: lower-cased, without spaces around it. */
export const emailAddress = z
  .string("Enter an e-mail address")
  .overwrite(oneLine)
  .toLowerCase()
  .max(254, "That is too long for an e-mail address")
  .pipe(z.email("That does not look like an e-mail address, as in ana@example.org"));

/**
 * UTF-16 units. A password of 256 characters as they are counted when it is chosen can be longer than
 * that: an emoji is two, and a letter with its accent beside it becomes one.
 */
const longestTyped = 2048;

export const signInForm = z.object({
  email: emailAddress,
  password: z
    .string("Enter your password")
    .max(longestTyped, "That is longer than any password here"),
  /** Sign out after ten minutes without a click, and when the browser closes. */
  shared: z.boolean().default(false),
});
export type SignInForm = z.infer<typeof signInForm>;
