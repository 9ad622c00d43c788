import { expect, test } from "vitest";
import { lengthProblem } from "./password-length";
import { signInForm } from "./sign-in.schema";

test.each([
  ["letters", "x"],
  ["emoji, which are two units each", "😀"],
  ["letters with their accents beside them", "e\u0301"],
  ["syllables written letter by letter", "\u1112\u1161\u11ab"],
])("whoever may choose a password can sign in with it: %s", (_, character) => {
  const password = character.repeat(256);
  expect(lengthProblem(password)).toBeNull();
  expect(signInForm.safeParse({ email: "ana@example.test", password }).success).toBe(true);
  expect(lengthProblem(character.repeat(257))).not.toBeNull();
});
