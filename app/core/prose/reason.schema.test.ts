import { expect, test } from "vitest";
import { grantForm } from "~/core/course/grant.schema";
import { recordByHandForm, withdrawalForm } from "~/core/completion/correction.schema";

const sentence =
  "Your reason has 3000 characters; 300 is the most that fits. Shorten it by 2700: nothing you wrote is lost.";

test.each([
  ["a correction", withdrawalForm],
  ["a record by hand", recordByHandForm],
  ["one more run", grantForm],
])("a reason that is too long for %s is told by how much, and not cut", (_, form) => {
  const given = { scenario: "parcel", email: "a@example.test", thing: "course:care" };
  const read = (reason: string) => form.safeParse({ ...given, on: "2026-11-20", reason });
  const told = read(`${"x".repeat(3000)}  `).error?.issues;
  expect(told?.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["reason", sentence],
  ]);
  expect(read("x".repeat(300)).success).toBe(true);
});
