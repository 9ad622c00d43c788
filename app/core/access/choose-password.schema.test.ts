import { expect, test } from "vitest";
import { choosePasswordForm, setupForm } from "./choose-password.schema";

const tooShort = (password: string) => (password.length < 12 ? "Too short." : null);
const form = choosePasswordForm(tooShort);
const differ = "The two passwords differ. Type the same one twice.";

function problems(given: object): Record<string, readonly string[]> {
  const read = form.safeParse(given);
  const issues = read.error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), [message]]));
}

test("a password that is too short and one that differs are told at once", () => {
  expect(problems({ password: "short", again: "other" })).toEqual({
    password: ["Too short."],
    again: [differ],
  });
  expect(problems({ password: "short" })).toEqual({
    password: ["Too short."],
    again: ["Type the password a second time"],
  });
});

test("a browser, which has no list of what is guessed, tells both at once too", () => {
  const read = choosePasswordForm().safeParse({ password: "short", again: "other" });
  expect(read.error?.issues.map(({ path }) => path)).toEqual([["password"], ["again"]]);
});

test("each is told alone where the other is right", () => {
  expect(problems({ password: "short", again: "short" })).toEqual({ password: ["Too short."] });
  expect(problems({ password: "long enough for all", again: "x" })).toEqual({ again: [differ] });
  expect(problems({ password: "long enough for all", again: "long enough for all" })).toEqual({});
});

test("where nothing was typed both are asked for", () => {
  expect(problems({})).toEqual({
    password: ["Choose a password"],
    again: ["Type the password a second time"],
  });
});

test("whoever sets up says who they are and chooses a password in one form", () => {
  const owner = { name: "Ana", email: "ana@example.test" };
  const setUp = setupForm(
    ({ name }) =>
      (password) =>
        password.includes(name) ? "Your name." : null,
  );
  expect(setUp.safeParse({ ...owner, password: "Ana", again: "Ana" }).success).toBe(false);
  expect(setUp.safeParse({ ...owner, password: "Ben", again: "Ben" }).success).toBe(true);
});
