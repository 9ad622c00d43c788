import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ImportPreview } from "~/components/admin/import-preview";

const cells = {
  ...{
    name: "Ana Moreira",
    email: "ana.with.a.long.address@example.test",
    startDate: "2026-11-02",
  },
  ...{ team: "", managerEmail: "", roles: "", timeZone: "Europe/Lisbon" },
};
const right = { line: 2, cells, problems: [] };
const wrong = { line: 3, cells, problems: [{ column: "roles" as const, message: "No such role" }] };

const none = { wrong: 0, right: 0 };

function html(...rows: (typeof right | typeof wrong)[]): string {
  return renderToStaticMarkup(<ImportPreview rows={rows} more={none} unread={[]} newTeams={[]} />);
}

test("the first day is told as elsewhere, and an address is never cut", () => {
  const page = html(right);
  expect(page).toContain("First day");
  expect(page).toContain("2 Nov 2026");
  expect(page.replaceAll("<wbr/>", "")).toContain(">ana.with.a.long.address@example.test<");
  expect(page).not.toContain("truncate");
});

test("one row is mended, and several are", () => {
  expect(html(wrong)).toContain("One row needs mending");
  expect(html(wrong)).toContain("Mend it in the list above");
  expect(html(wrong, { ...wrong, line: 4 })).toContain("Mend them in the list above");
});

test("a column that is empty in every row is left out, and one with a mistake is not", () => {
  expect(html(right)).not.toContain("Roles");
  expect(html(right, wrong)).toContain("Roles");
});

test("of a long list the first rows are shown, and all are counted", () => {
  const list = {
    rows: [right, wrong],
    more: { wrong: 300, right: 1500 },
    unread: [],
    newTeams: [],
  };
  const page = renderToStaticMarkup(<ImportPreview {...list} />);
  expect(page).toContain("301 rows need mending");
  expect(page).toContain("And 300 rows more.");
  expect(page).toContain("1501 rows without a mistake");
});
