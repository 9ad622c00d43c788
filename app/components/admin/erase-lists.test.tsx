import { expect, test } from "vitest";
import type { ErasureCounts } from "~/core/access/erasure";
import { pageHtml } from "tests/setup/page-html";
import { EraseLists } from "./erase-lists";

function html(there: Partial<ErasureCounts["stays"]>): Promise<string> {
  const none = { records: 0, auditEntries: 1, written: 0, managed: 0 };
  return pageHtml(
    <EraseLists goes={{ roles: 0 }} stays={{ ...none, ...there }} team="Front desk" />,
  );
}

test("of what stays and is counted only what there is any of is listed", async () => {
  const page = await html({});
  expect(page).toContain("1 entry of the audit");
  expect(page).not.toMatch(/record, with when|person has/);
});

test("records that stay are counted", async () => {
  expect(await html({ records: 2 })).toContain(
    "2 records, with when and by which rule; totals of Front desk stay right.",
  );
});

test("of runs, answers and words it is said what becomes of them, and not how many there are", async () => {
  const page = await html({});
  expect(page).toContain("Their role-play runs, with which choices were taken");
  expect(page).toContain("Their own words: what they typed in role-plays, goals");
  expect(page).not.toMatch(/\d+ (role-play|goal|reflection|typed|answer)/);
});
