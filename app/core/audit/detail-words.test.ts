import { expect, test } from "vitest";
import { detailInWords } from "./detail-words";

test("changes are told as before and after, in words", () => {
  const changed = { startDate: ["2026-12-01", "2026-12-08"], team: [null, "Front desk"] };
  expect(detailInWords({ changed })).toEqual([
    "first day: 2026-12-01 → 2026-12-08",
    "team: nothing → Front desk",
  ]);
  expect(detailInWords({ roles: [[], ["trainer", "admin"]] })).toEqual([
    "roles: nothing → trainer, admin",
  ]);
});

test("the id of a person is not told", () => {
  expect(detailInWords({ with: "manager", personId: "688a2a24", words: false })).toEqual([
    "with: manager",
    "with typed words: no",
  ]);
});

test("facts are told one by one, and what nobody set is left out", () => {
  expect(
    detailInWords({ name: "Ana", team: null, roles: ["trainer", "admin"], sessionsEnded: 0 }),
  ).toEqual(["name: Ana", "roles: trainer, admin", "sessions ended: 0"]);
  expect(detailInWords({ wasSeen: true, deep: { a: 1 } })).toEqual([
    "was seen: yes",
    'deep: {"a":1}',
  ]);
  expect(detailInWords(null)).toEqual([]);
});
