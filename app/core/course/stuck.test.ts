import { expect, test } from "vitest";
import { addDays } from "~/core/calendar/civil-date";
import { pathProgress } from "~/core/course/progress";
import { judgeWeek, stuckLimits, type WeekFacts } from "~/core/course/stuck";

const startDate = "2026-11-02";
const path = {
  slug: "onboarding",
  steps: [
    { kind: "lesson" as const, lesson: "care/hear", dueAfterDays: 0 },
    { kind: "scenario" as const, scenario: "parcel", dueAfterDays: 10 },
  ],
};

function week(day: number, given: Partial<WeekFacts> & { readonly completed?: string[] } = {}) {
  const { completed = [], ...facts } = given;
  const today = addDays(startDate, day);
  return judgeWeek({
    today,
    startDate,
    progress: pathProgress(path, { startDate, today, completed: new Set(completed) }),
    nextTitle: "Hear first",
    lastStep: null,
    failedRuns: [],
    renewals: [],
    ...facts,
  });
}
const kinds = (judged: ReturnType<typeof week>) =>
  judged.state === "stuck" ? judged.reasons.map(({ kind }) => kind) : judged.state;

test("a step is stuck from the third day after it was due, not before", () => {
  expect(kinds(week(stuckLimits.overdueDays - 1))).toBe("under-way");
  const judged = week(stuckLimits.overdueDays);
  expect(judged.state === "stuck" && judged.reasons[0]?.sentence).toBe(
    "The next step, “Hear first”, was due 3 days ago.",
  );
});

test("three official runs without a pass are a reason, two are not", () => {
  const failed = (count: number) =>
    week(0, { failedRuns: [{ title: "The parcel", failed: count, spent: false }] });
  expect(kinds(failed(2))).toBe("under-way");
  expect(kinds(failed(3))).toEqual(["failing"]);
});

test("a week of silence is a reason while something is due", () => {
  expect(kinds(week(7))).toEqual(["overdue", "quiet"]);
  expect(kinds(week(7, { lastStep: addDays(startDate, 1) }))).toEqual(["overdue"]);
});

test("whoever is ahead of the plan may rest", () => {
  const ahead = { completed: ["lesson:care/hear"], lastStep: startDate };
  expect(kinds(week(9, ahead))).toBe("under-way");
  expect(kinds(week(10, ahead))).toEqual(["quiet"]);
});

test("before the first day, after the last step and without a path nobody is stuck", () => {
  expect(week(-4)).toEqual({ state: "not-started", startsInDays: 4 });
  expect(kinds(week(90, { completed: ["lesson:care/hear", "scenario:parcel"] }))).toBe("complete");
  expect(kinds(week(90, { progress: null }))).toBe("no-path");
});

test("every reason comes with something to try", () => {
  const judged = week(20, { failedRuns: [{ title: "The parcel", failed: 4, spent: false }] });
  expect(kinds(judged)).toEqual(["overdue", "failing", "quiet"]);
  expect(judged.state === "stuck" && judged.reasons.every((reason) => reason.try !== "")).toBe(
    true,
  );
});

test("whoever has no official run left waits for their manager, after however few", () => {
  const judged = week(0, { failedRuns: [{ title: "The parcel", failed: 1, spent: true }] });
  expect(kinds(judged)).toEqual(["spent"]);
});

test("a renewal that is well past its day is a reason, also where the path is complete or none is planned", () => {
  const renewals = (dueInDays: number) => [{ title: "Care", dueInDays }];
  const completed = ["lesson:care/hear", "scenario:parcel"];
  expect(kinds(week(90, { completed, renewals: renewals(-2) }))).toBe("complete");
  expect(kinds(week(90, { completed, renewals: renewals(-3) }))).toEqual(["renewal"]);
  expect(kinds(week(90, { progress: null, renewals: renewals(-3) }))).toEqual(["renewal"]);
});
