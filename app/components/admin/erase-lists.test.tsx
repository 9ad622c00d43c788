import { expect, test } from "vitest";
import type { ErasureCounts } from "~/core/access/erasure";
import { pageHtml } from "tests/setup/page-html";
import { EraseLists } from "./erase-lists";

const goes: ErasureCounts["goes"] = {
  ...{ typedReplies: 0, goals: 0, reflections: 0, reasons: 0, notSaved: 0, sharings: 0, roles: 0 },
};

function html(there: Partial<ErasureCounts["stays"]>): Promise<string> {
  const none = {
    records: 0,
    attempts: 0,
    checkAnswers: 0,
    auditEntries: 1,
    written: 0,
    managed: 0,
  };
  return pageHtml(<EraseLists goes={goes} stays={{ ...none, ...there }} team="Front desk" />);
}

test("of what stays only what there is any of is listed", async () => {
  const page = await html({});
  expect(page).toContain("1 entry of the audit");
  expect(page).not.toMatch(/record, with when|role-play run|to questions in lessons/);
});

test("records, runs and answers that stay are counted", async () => {
  const page = await html({ records: 2, attempts: 1, checkAnswers: 3 });
  expect(page).toContain(
    "2 records, with when and by which rule; totals of Front desk stay right.",
  );
  expect(page).toContain("1 role-play run: which choices were taken");
  expect(page).toContain("3 answers to questions in lessons.");
});
