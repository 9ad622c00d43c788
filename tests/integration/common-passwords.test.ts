import { beforeAll, expect, test } from "vitest";
import { passwordProblem, type IsListed } from "~/core/access/password";
import { readCommonPasswords } from "~/server/people/common-passwords.server";

let isListed: IsListed;
beforeAll(async () => {
  isListed = await readCommonPasswords();
});

const owner = { email: "ana@harbour-hotel.example", name: "Ana Moreira" };

test.each([
  "leavemealone",
  "sonyericsson",
  "Unbelievable",
  "Mailcreated5240",
  "zxcasdqwe123",
  "Transformers!",
  "manchester1!",
  "Christopher99",
  "1q2w3e4r5t6y",
])("%j, which is on lists of break-ins, is refused", (password) =>
  expect(passwordProblem(password, owner, isListed)).toMatch(/tried first|follows the keyboard/),
);

test.each([
  "practice makes kind",
  "kettle window nine trams",
  "a butterfly in the larder",
  "Zj4kd-0qpWm2x",
])("%j, which is on none, can be used", (password) =>
  expect(passwordProblem(password, owner, isListed)).toBeNull(),
);

test("nothing but a whole entry is on the list", () => {
  expect(isListed("leavemealone")).toBe(true);
  expect(isListed("eavemealon")).toBe(false);
});
