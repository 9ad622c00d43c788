import { expect, test } from "vitest";
import { searchWasCut } from "~/core/prose/search-words";
import { auditFilterProblems, parseAuditFilter } from "./audit-filter.schema";

test("a search of the audit that is too long is cut, and says so", () => {
  const query = new URLSearchParams({ text: ` ${"a".repeat(120)} ` });
  expect(parseAuditFilter(query).text).toBe("a".repeat(100));
  expect(auditFilterProblems(query)).toEqual({ text: searchWasCut });
});

test("a mistyped day narrows nothing, and says so", () => {
  const query = new URLSearchParams({ from: "2026-02-30", to: "28.11.2026" });
  expect(parseAuditFilter(query)).toEqual({});
  expect(auditFilterProblems(query).from).toMatch(/not a day/);
  expect(auditFilterProblems(query).to).toMatch(/not a day/);
});

test("what was asked for as it should be, or not at all, is no problem", () => {
  const asked = new URLSearchParams({ text: "ana", from: "2026-11-01", to: "", area: "people" });
  expect(auditFilterProblems(asked)).toEqual({});
  expect(auditFilterProblems(new URLSearchParams())).toEqual({});
});
