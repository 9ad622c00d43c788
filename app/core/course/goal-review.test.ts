import { expect, test } from "vitest";
import {
  goalsUnderWay,
  goalToReview,
  presentGoals,
  type KeptGoal,
  type KeptReview,
} from "~/core/course/goal-review";

const goal = (id: string, at: string, lessonId = `care/${id}`): KeptGoal => ({
  ...{ id, lessonId, when: "a call drags on", will: "say what happens next" },
  at: new Date(at),
});
const review = (goalId: string, outcome: KeptReview["outcome"], at: string): KeptReview => ({
  ...{ goalId, outcome },
  at: new Date(at),
});
const asked = (
  now: string,
  goals: readonly KeptGoal[],
  reviews: readonly KeptReview[] = [],
  timeZone = "UTC",
) => {
  const question = goalToReview(goals, reviews, { now: new Date(now), timeZone });
  return question && `${question.goal.id} ${question.answered ?? "open"}`;
};

test("a goal is asked about a week after it was saved, and not a day before", () => {
  const goals = [goal("a", "2026-11-03T18:00:00Z")];
  expect(asked("2026-11-09T23:59:00Z", goals)).toBe(null);
  expect(asked("2026-11-10T00:01:00Z", goals)).toBe("a open");
});

test("the week is counted in days where the person is, also over a change of the clocks", () => {
  const goals = [goal("a", "2026-10-20T22:30:00Z")];
  expect(asked("2026-10-26T23:30:00Z", goals, [], "Europe/Lisbon")).toBe(null);
  expect(asked("2026-10-27T00:30:00Z", goals, [], "Europe/Lisbon")).toBe("a open");
  expect(asked("2026-10-27T14:00:00Z", goals, [], "Asia/Tokyo")).toBe(null);
  expect(asked("2026-10-27T15:30:00Z", goals, [], "Asia/Tokyo")).toBe("a open");
});

test("a goal that was done or tried is not asked about again", () => {
  const goals = [goal("a", "2026-11-01T10:00:00Z")];
  for (const outcome of ["did", "tried"] as const) {
    const reviews = [review("a", outcome, "2026-11-08T10:00:00Z")];
    expect(asked("2026-11-09T10:00:00Z", goals, reviews)).toBe(null);
    expect(asked("2026-11-20T10:00:00Z", goals, reviews)).toBe(null);
  }
});

test("not yet brings it back after another week, three times in all", () => {
  const goals = [goal("a", "2026-11-01T10:00:00Z")];
  const reviews = [review("a", "not-yet", "2026-11-08T10:00:00Z")];
  expect(asked("2026-11-14T10:00:00Z", goals, reviews)).toBe(null);
  expect(asked("2026-11-15T10:00:00Z", goals, reviews)).toBe("a open");
  reviews.push(review("a", "not-yet", "2026-11-15T10:00:00Z"));
  expect(asked("2026-11-22T10:00:00Z", goals, reviews)).toBe("a open");
  reviews.push(review("a", "not-yet", "2026-11-22T10:00:00Z"));
  expect(asked("2026-11-29T10:00:00Z", goals, reviews)).toBe(null);
});

test("a changed mind on the same day is one asking", () => {
  const goals = [goal("a", "2026-11-01T10:00:00Z")];
  const reviews = ["08:00", "08:01", "08:02"].map((time) =>
    review("a", "not-yet", `2026-11-08T${time}:00Z`),
  );
  expect(asked("2026-11-15T10:00:00Z", goals, reviews)).toBe("a open");
});

test("one goal at a time, the oldest first, and one answer a day", () => {
  const goals = [goal("b", "2026-11-02T10:00:00Z"), goal("a", "2026-11-01T10:00:00Z")];
  expect(asked("2026-11-12T08:00:00Z", goals)).toBe("a open");
  const reviews = [review("a", "tried", "2026-11-12T08:00:00Z")];
  expect(asked("2026-11-12T20:00:00Z", goals, reviews)).toBe("a tried");
  expect(asked("2026-11-13T08:00:00Z", goals, reviews)).toBe("b open");
});

test("a goal that was changed is asked about in its new words, a week after those", () => {
  const goals = [
    goal("old", "2026-11-01T10:00:00Z", "care/hear"),
    goal("new", "2026-11-05T10:00:00Z", "care/hear"),
  ];
  expect(presentGoals(goals).map(({ id }) => id)).toEqual(["new"]);
  expect(asked("2026-11-09T10:00:00Z", goals)).toBe(null);
  expect(asked("2026-11-12T10:00:00Z", goals)).toBe("new open");
});

test("whoever comes back after weeks is not asked about goals of long ago", () => {
  const goals = [goal("a", "2026-11-01T10:00:00Z")];
  expect(asked("2026-12-05T10:00:00Z", goals)).toBe("a open");
  expect(asked("2026-12-06T10:00:00Z", goals)).toBe(null);
});

test("a goal is under way until the day on which it is asked about, the latest first", () => {
  const goals = [
    goal("a", "2026-11-01T10:00:00Z"),
    goal("b", "2026-11-05T10:00:00Z"),
    goal("c", "2026-11-06T10:00:00Z"),
  ];
  const underWay = (now: string, reviews: readonly KeptReview[] = []) =>
    goalsUnderWay(goals, reviews, { now: new Date(now), timeZone: "UTC" }).map(
      ({ id, askedOn }) => `${id} ${askedOn}`,
    );
  expect(underWay("2026-11-08T10:00:00Z")).toEqual(["c 2026-11-13", "b 2026-11-12"]);
  const done = [review("c", "did", "2026-11-07T10:00:00Z")];
  expect(underWay("2026-11-08T10:00:00Z", done)).toEqual(["b 2026-11-12"]);
  const notYet = [review("a", "not-yet", "2026-11-08T10:00:00Z")];
  expect(underWay("2026-11-09T10:00:00Z", notYet)).toContain("a 2026-11-15");
  expect(underWay("2026-11-13T10:00:00Z")).toEqual([]);
});
