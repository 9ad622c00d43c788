import { expect, test } from "vitest";
import { detailInWords } from "./detail-words";

const told = (detail: unknown, timeZone = "UTC") => detailInWords(detail, timeZone);

test("changes are told as before and after, in words", () => {
  const changed = { startDate: ["2026-12-01", "2026-12-08"], team: [null, "Front desk"] };
  expect(told({ changed })).toEqual([
    "first day: 1 Dec 2026 → 8 Dec 2026",
    "team: nothing → Front desk",
  ]);
  expect(told({ roles: [[], ["trainer", "admin"]] })).toEqual([
    "roles: nothing → trainer, administrator",
  ]);
});

test("the id of a person is not told", () => {
  expect(told({ with: "manager", personId: "688a2a24", words: false })).toEqual([
    "with: their manager",
    "with typed words: no",
  ]);
});

test("facts are told one by one, and what nobody set or there was none of is left out", () => {
  expect(told({ name: "Ana", team: null, roles: ["trainer", "admin"], sessionsEnded: 0 })).toEqual([
    "name: Ana",
    "roles: trainer, administrator",
  ]);
  expect(told({ typedReplies: 0, goals: 2, reflections: 0, sessions: 1 })).toEqual([
    "goals: 2",
    "sessions: 1",
  ]);
  expect(told({ wasSeen: true, deep: { a: 1 } })).toEqual(["was seen: yes", 'deep: {"a":1}']);
  expect(told(null)).toEqual([]);
});

test("what only looks like a day or an instant is told as it stands", () => {
  expect(told({ team: "2026-99-99T99:99:99Z" })).toEqual(["team: 2026-99-99T99:99:99Z"]);
  expect(told({ team: "2026-02-31" })).toEqual(["team: 2026-02-31"]);
});

test("an instant is told where the reader is, and a revision by its first characters", () => {
  const detail = { madeAt: "2026-11-22T23:30:00.000Z", to: "4f".repeat(32), by: "studio" };
  expect(told(detail, "Asia/Tokyo")).toEqual([
    "backup of: 23 Nov 2026, 08:30",
    "to revision: 4f4f4f4f",
    "how: the studio",
  ]);
});

test("what is stored in a short word is told in the word of the pages, and a name as it is", () => {
  expect(told({ kind: "scenario", slug: "parcel", name: "admin" })).toEqual([
    "kind: role-play",
    "which: parcel",
    "name: admin",
  ]);
  expect(told({ by: "constructor" })).toEqual(["how: constructor"]);
});
