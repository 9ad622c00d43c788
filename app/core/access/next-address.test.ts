import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { nextAddress } from "./next-address";

test.each([
  "/",
  "/attempts/1?at=2#x",
  "/courses/empathy/first-words",
  "/loginx",
  "/a?b=//c&d=/../e",
  "/.well",
])("%s is a page to go back to", (address) => expect(nextAddress(address)).toBe(address));

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/ok\\evil",
  "javascript:alert(1)",
  "",
  "/login",
  "/login?next=/login",
  "/logout",
  "/setup/abc",
  "/..//evil.example",
  "/.//evil.example",
  "/a/..",
  "/a//b",
])("%j is not", (address) => expect(nextAddress(address)).toBe("/"));

test("nothing given is the home page", () => {
  expect(nextAddress(null)).toBe("/");
  expect(nextAddress(undefined)).toBe("/");
});

test("whatever is given, a browser stays on this origin", () => {
  fc.assert(
    fc.property(
      fc.string().map((rest) => `/${rest}`),
      (wanted) => {
        const there = new URL(nextAddress(wanted), "https://rapport.example");
        expect(there.origin).toBe("https://rapport.example");
      },
    ),
  );
});
