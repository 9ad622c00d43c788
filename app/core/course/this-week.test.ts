import { expect, test } from "vitest";
import { stepsAhead, stepsThisWeek, type WeekStep } from "./this-week";

const step = (given: Partial<WeekStep>): WeekStep => ({
  ...{ done: false, next: false, available: true, minutes: 5, dueInDays: 2 },
  ...given,
});

test("what is meant for this week is due from today to the sixth day, and still to be done", () => {
  expect(stepsThisWeek([step({ dueInDays: 0 }), step({ dueInDays: 6, minutes: 7 })])).toEqual({
    count: 2,
    minutes: 12,
  });
  const others = [{ dueInDays: 7 }, { dueInDays: -1 }, { done: true }, { available: false }];
  expect(stepsThisWeek(others.map(step))).toEqual({ count: 0, minutes: 0 });
});

test("the next step is of the week, and is not among those after it", () => {
  const steps = [step({ next: true }), step({})];
  expect(stepsThisWeek(steps).count).toBe(2);
  expect(stepsAhead(steps).count).toBe(1);
});

test("what is ahead is all that can be done, also what is late", () => {
  const others = [step({ dueInDays: -9 }), step({ dueInDays: 30 }), step({ available: false })];
  expect(stepsAhead([step({ next: true }), step({ done: true }), ...others])).toEqual({
    count: 2,
    minutes: 10,
  });
});
