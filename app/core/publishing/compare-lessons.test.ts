import { expect, test } from "vitest";
import { gravestKind, type ChangeKind } from "~/core/publishing/change";
import { compareLessons } from "~/core/publishing/compare-lessons";
import { compareCourses, comparePaths } from "~/core/publishing/compare-outlines";
import type { Lesson } from "~/core/course/definition";
import { aCheck, aCourse, aLesson, aPath } from "tests/factories/a-lesson";
import { prose } from "tests/factories/scenario";

const whole = (given: Partial<Lesson> = {}, body = "Text") => ({
  definition: aLesson(given),
  body,
});

function kindOf(given: Partial<Lesson>, body?: string): ChangeKind | null {
  return gravestKind(compareLessons(whole(), whole(given, body)));
}

const [first, second] = aCheck().options;
if (first === undefined || second === undefined) throw new Error("A check has options.");

test("a lesson that only stands elsewhere in its file has not changed", () => {
  const check = aCheck({ at: { line: 9, column: 9 } });
  expect(compareLessons(whole(), whole({ checks: [check] }))).toEqual([]);
});

test("other words in a lesson are wording", () => {
  expect(kindOf({ title: "Listen first" })).toBe("wording");
  expect(kindOf({}, "Another text")).toBe("wording");
  expect(kindOf({ checks: [aCheck({ question: prose("What first?") })] })).toBe("wording");
  const reworded = { ...first, text: prose("It is the rule.") };
  expect(kindOf({ checks: [aCheck({ options: [reworded, second] })] })).toBe("wording");
});

test("an option that is new, gone or right otherwise is scoring", () => {
  const third = { ...first, id: "c" };
  expect(kindOf({ checks: [aCheck({ options: [first, second, third] })] })).toBe("scoring");
  expect(kindOf({ checks: [aCheck({ options: [second] })] })).toBe("scoring");
  const right = { ...first, correct: true };
  expect(kindOf({ checks: [aCheck({ options: [right, second] })] })).toBe("scoring");
});

test("a check that is new or gone changes what completing the lesson asks for", () => {
  expect(kindOf({ checks: [aCheck(), aCheck({ id: "more" })] })).toBe("rule");
  expect(kindOf({ checks: [] })).toBe("rule");
});

test("a lesson that leads elsewhere is another flow", () => {
  expect(kindOf({ scenarios: ["parcel"] })).toBe("flow");
});

test("steps that are new or gone are the rule of a course, their order and due days are not", () => {
  const steps = aCourse().steps;
  const more = [...steps, { kind: "scenario", scenario: "parcel" } as const];
  const kind = (before: typeof more | typeof steps, after: typeof more | typeof steps) =>
    gravestKind(compareCourses(aCourse({ steps: before }), aCourse({ steps: after })));
  expect(kind(steps, more)).toBe("rule");
  expect(kind(more, steps)).toBe("rule");
  expect(kind(more, more.toReversed())).toBe("wording");
  expect(kind(more, more)).toBeNull();
  const dated = aPath().steps.map((step) => ({ ...step, dueAfterDays: 4 }));
  expect(gravestKind(comparePaths(aPath(), aPath({ steps: dated })))).toBe("wording");
});
