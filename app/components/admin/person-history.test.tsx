import { expect, test } from "vitest";
import { PersonHistory } from "~/components/admin/person-history";
import { pageHtml } from "tests/setup/page-html";

test("a history without entries says so, and is no empty list", async () => {
  const page = await pageHtml(<PersonHistory personId="1" entries={[]} timeZone="UTC" />);
  expect(page).toContain("Nothing has been changed.");
  expect(page).not.toContain("<ul");
});
