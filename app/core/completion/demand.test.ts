import { expect, test } from "vitest";
import { countsSince, dueAnew, openDemand, renewals, reopened, type DatedRecord } from "./demand";

const now = new Date("2026-11-22T10:00:00Z");
let count = 0;

function record(given: Partial<DatedRecord>): DatedRecord {
  count += 1;
  return {
    ...{ id: `r${count}`, kind: "lesson", slug: "care/hear", outcome: "completed" },
    ...{ correctsId: null, timeZone: "Europe/Lisbon", validUntil: null },
    completedAt: new Date("2025-11-20T10:00:00Z"),
    ...given,
  };
}
const course = (given: Partial<DatedRecord> = {}) =>
  record({ kind: "course", slug: "care", ...given });
const outline = {
  kind: "course",
  slug: "care",
  steps: [
    { kind: "lesson", lesson: "care/hear" },
    { kind: "scenario", scenario: "parcel" },
  ],
} as const;

test("what is complete stays complete until the day that it was recorded to last to", () => {
  expect(openDemand([course()], now)).toBeNull();
  expect(openDemand([course({ validUntil: "2026-11-23" })], now)).toBeNull();
  expect(openDemand([course({ validUntil: "2026-11-22" })], now)).toEqual({
    period: "2",
    since: new Date("2026-11-22T00:00:00Z"),
  });
});

test("what does not stand any more is asked for anew, from then on", () => {
  const old = record({});
  const at = new Date("2026-11-01T08:00:00Z");
  const gone = record({ correctsId: old.id, outcome: "withdrawn", completedAt: at });
  expect(openDemand([old, gone], now)).toEqual({ period: "3", since: at });
  expect(openDemand([], now)).toEqual({ period: "1", since: null });
});

test("a renewal asks for every step again, and a step that was done since is done", () => {
  const old = course({ validUntil: "2026-11-20" });
  const lesson = record({});
  const since = new Date("2026-11-20T00:00:00Z");
  const open = reopened([old, lesson], [outline], now);
  expect([...open.keys()].sort()).toEqual(["course:care", "lesson:care/hear", "scenario:parcel"]);
  expect(open.get("lesson:care/hear")?.since).toEqual(since);
  const again = record({ completedAt: new Date("2026-11-21T10:00:00Z") });
  const left = reopened([old, lesson, again], [outline], now);
  expect([...left.keys()]).toEqual(["course:care", "scenario:parcel"]);
});

test("a renewal is told with until when it lasted and when it is due; a withdrawal is none", () => {
  const old = course({ validUntil: "2026-11-20" });
  expect(renewals([old], reopened([old], [outline], now))).toEqual([
    { kind: "course", slug: "care", lasted: "2026-11-20", due: "2026-12-20" },
  ]);
  const fresh = course({ completedAt: now, validUntil: "2027-11-22" });
  expect(renewals([old, fresh], reopened([old, fresh], [outline], now))).toEqual([]);
  const gone = course({ correctsId: old.id, outcome: "withdrawn", completedAt: now });
  expect(renewals([old, gone], reopened([old, gone], [outline], now))).toEqual([]);
});

test("what was done before a correction of a renewal does not meet the renewal that is open again", () => {
  const old = course({ validUntil: "2026-11-20" });
  const wrong = course({ completedAt: new Date("2026-11-21T08:00:00Z"), validUntil: "2027-11-21" });
  const at = new Date("2026-11-21T20:00:00Z");
  const gone = course({ correctsId: wrong.id, outcome: "withdrawn", completedAt: at });
  // The fourth record of it: the second and third are taken.
  expect(openDemand([old, wrong, gone], now)).toEqual({ period: "4", since: at });
});

test("a step never done before is asked for from the renewal on, too", () => {
  const old = course({ validUntil: "2026-11-20" });
  const open = reopened([old], [outline], now);
  expect(open.get("scenario:parcel")).toEqual({
    period: "1",
    since: new Date("2026-11-20T00:00:00Z"),
  });
});

test("a step that lapsed and is part of what lapsed later is asked for from the later day on", () => {
  const lesson = record({ validUntil: "2026-11-01" });
  const old = course({ validUntil: "2026-11-20" });
  const open = reopened([old, lesson], [outline], now);
  expect(open.get("lesson:care/hear")?.since).toEqual(new Date("2026-11-20T00:00:00Z"));
});

test("there are thirty days for what is asked for anew, and no other day for the rest", () => {
  const old = course({ validUntil: "2026-11-20" });
  const due = dueAnew(reopened([old], [outline], now), "Europe/Lisbon");
  expect([due("lesson:care/hear"), due("lesson:other/one")]).toEqual(["2026-12-20", null]);
});

test("nothing is asked for anew of somebody whose records all last", () => {
  expect(reopened([record({}), course()], [outline], now).size).toBe(0);
});

test("runs count since what is asked for anew, and after it was met still since then", () => {
  const key = "scenario:parcel";
  const scenario = (completedAt: string) =>
    record({ kind: "scenario", slug: "parcel", completedAt: new Date(completedAt) });
  const first = scenario("2025-11-20T10:00:00Z");
  const since = (records: readonly DatedRecord[], at = now) =>
    countsSince(records, [outline], { key, now: at });
  expect(since([])).toBeNull();
  expect(since([first])).toBeNull();
  const old = course({ validUntil: "2026-11-20" });
  const lapsed = new Date("2026-11-20T00:00:00Z");
  expect(since([first, old])).toEqual(lapsed);
  const second = scenario("2026-11-21T10:00:00Z");
  expect(since([first, old, second])).toEqual(lapsed);
  const renewed = course({ completedAt: second.completedAt, validUntil: "2027-11-21" });
  expect(since([first, old, second, renewed])).toEqual(lapsed);
  const later = new Date("2027-11-25T00:00:00Z");
  expect(since([first, old, second, renewed], later)).toEqual(new Date("2027-11-21T00:00:00Z"));
});
