import { expect, test } from "vitest";
import { pageBefore } from "./page-before";

const host = "rapport.example:3000";

test("the page before is an address of ours, with what was asked of it", () => {
  expect(pageBefore(`http://${host}/me?saved`, host)).toBe("/me?saved");
  expect(pageBefore(`https://${host}/courses/care#end`, host)).toBe("/courses/care");
});

test("no other site, no home page, no sign-in and nothing that only looks like a page is the page before", () => {
  const none = [
    ...[null, "", "nonsense", `http://${host}`, `http://${host}/`, `http://${host}/login`],
    ...[
      "https://evil.example/me",
      `http://${host}@evil.example/me`,
      `http://evil.example/${host}/me`,
    ],
    ...[`http://${host}//evil.example`, `http://${host}/\\evil.example`, `ftp://${host}/me`],
  ];
  for (const referrer of none) expect(pageBefore(referrer, host), String(referrer)).toBeNull();
  expect(pageBefore("http://undefined/me", null)).toBeNull();
});
