import { expect, test } from "vitest";
import { NoPath } from "~/components/course/no-path";
import { pageHtml } from "tests/setup/page-html";

test("without a path nobody is sent to somebody who could do nothing about it", async () => {
  const page = await pageHtml(<NoPath />);
  expect(page).toContain("Your organisation has no onboarding path at present.");
  expect(page).toContain('href="/courses"');
  expect(page).not.toMatch(/manager|administrator/i);
});
