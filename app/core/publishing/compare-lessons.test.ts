import { expect, test } from "vitest";
import { gravestKind, type ChangeKind } from "~/core/publishing/change";
import { compareLessons } from "~/core/publishing/compare-lessons";
import { compareCourses, comparePaths } from "~/core/publishing/compare-outlines";
import { impactInWords } from "~/core/publishing/impact";
import type { CheckOption, Lesson } from "~/core/course/definition";
import type { Exercise } from "~/core/course/exercise";
import { aCheck, aCourse, aLesson, anOrder, aPath, aSort, aSpot } from "tests/factories/a-lesson";
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

test("what a piece says about itself is told field by field", () => {
  const said = (given: Partial<Lesson>, body = "Text") =>
    compareLessons(whole(), whole(given, body)).map(({ message }) => message);
  const { title, summary, minutes } = aLesson();
  expect(said({ title: "Listen first", minutes: minutes + 1 })).toEqual([
    `The title: “${title}” became “Listen first”.`,
    `It takes ${String(minutes + 1)} minutes, before ${String(minutes)}.`,
  ]);
  expect(said({ summary: "Short." })).toEqual([`The summary: “${summary}” became “Short.”.`]);
  expect(said({}, "Another text")).toEqual(["In the text: “Text” became “Another text”."]);
  expect(said({}, "Text\n\nAnd more.")).toEqual(["In the text: “And more.” is new."]);
  const course = compareCourses(aCourse(), aCourse({ title: "Care again", order: 9 }));
  expect(course.map(({ message }) => message)).toEqual([
    `The title: “${aCourse().title}” became “Care again”.`,
    `The place in lists: “${String(aCourse().order)}” became “9”.`,
  ]);
});

test("the settings of official runs say what they were and what they are", () => {
  const before = aCourse({ official: { attempts: 2, pause: null, counts: "best" } });
  const pause = { amount: 2, unit: "day" } as const;
  const after = aCourse({
    official: { attempts: 3, pause, counts: "last", replay: "shared" },
  });
  expect(compareCourses(before, after)).toEqual(
    [
      "Official runs: 3, before 2.",
      "The pause between two official runs: 2 days, before none.",
      "The last official run is the result, before the best.",
      "Managers see official runs now.",
    ].map((message) => ({ kind: "rule", place: null, message })),
  );
  expect(compareCourses(after, aCourse({})).map(({ message }) => message)).toEqual([
    "Official runs: as many as one likes, before 3.",
    "The pause between two official runs: none, before 2 days.",
    "The best official run is the result, before the last.",
    "Managers see official runs no more.",
  ]);
});

test("an option that is new, gone or right otherwise is scoring", () => {
  const third = { ...first, id: "c" };
  expect(kindOf({ checks: [aCheck({ options: [first, second, third] })] })).toBe("scoring");
  expect(kindOf({ checks: [aCheck({ options: [second] })] })).toBe("scoring");
  const right = { ...first, correct: true };
  expect(kindOf({ checks: [aCheck({ options: [right, second] })] })).toBe("scoring");
});

const third = { ...first, id: "c", text: prose("I will look into it.") };

/** Kinds and sentences of what became of options. */
function optionsSaid(before: readonly CheckOption[], after: readonly CheckOption[]) {
  const asked = (options: readonly CheckOption[]) => whole({ checks: [aCheck({ options })] });
  const changes = compareLessons(asked(before), asked(after));
  return changes.map(({ kind, message }) => `${kind}: ${message}`);
}

const lettered = (options: readonly CheckOption[]) =>
  options.map((option, index) => ({ ...option, id: "abc"[index] ?? "" }));

test("options are compared by their words, wherever they stand", () => {
  const all = [first, second, third];
  expect(optionsSaid(all, lettered([second, first, third]))).toEqual([
    "scoring: The letters of `first-words` mean other options now: “You have waited long.” is a, before b. What was answered before is read by its letter.",
  ]);
  expect(optionsSaid(all, lettered([third, second, first]))).toEqual([
    "wording: The letters of `first-words` mean other options now: “I will look into it.” is a, before c. What was answered before is read by its letter.",
  ]);
  expect(optionsSaid(all, [second, first, third])).toEqual([
    "wording: The options of `first-words` stand in another order.",
  ]);
  expect(optionsSaid(all, [first, third])).toEqual([
    "scoring: `first-words` no longer has the option “You have waited long.”.",
  ]);
  expect(optionsSaid([first, second], lettered([third, first, second]))).toEqual([
    "scoring: `first-words` has a new option, “I will look into it.”.",
    "scoring: The letters of `first-words` mean other options now: “Those are the rules.” is b, before a. What was answered before is read by its letter.",
  ]);
  const explained = { ...second, feedback: prose("Yes, and say it first.") };
  expect(optionsSaid(all, [explained, first, third])).toEqual([
    "wording: `first-words`, “You have waited long.” is worded otherwise.",
    "wording: The options of `first-words` stand in another order.",
  ]);
});

test("moments of an exercise that change places are told so, and steps in another order are right otherwise", () => {
  const said = (before: Exercise, after: Exercise) =>
    compareLessons(whole({ exercises: [before] }), whole({ exercises: [after] })).map(
      ({ kind, message }) => `${kind}: ${message}`,
    );
  const sort = aSort();
  expect(said(sort, aSort({ moments: sort.moments.toReversed() }))).toEqual([
    "wording: The exercise `whose` has its parts in another order.",
  ]);
  const order = anOrder();
  expect(said(order, anOrder({ steps: order.steps.toReversed() }))).toEqual([
    `scoring: The exercise \`${order.id}\` is right otherwise.`,
  ]);
});

const exercised = (before: Exercise, after: Exercise) =>
  gravestKind(compareLessons(whole({ exercises: [before] }), whole({ exercises: [after] })));

const reworded = <Part extends { readonly id: string }>(parts: readonly Part[]) =>
  parts.map((part, index) =>
    index === 1 ? { ...part, id: "other-words", text: prose("Other words.") } : part,
  );

test("an exercise with another right answer is scoring, and one in other words is wording", () => {
  const { steps } = anOrder();
  expect(exercised(anOrder(), anOrder({ steps: steps.toReversed() }))).toBe("scoring");
  expect(exercised(anOrder(), anOrder({ steps: steps.slice(1) }))).toBe("scoring");
  expect(exercised(anOrder(), anOrder({ steps: reworded(steps) }))).toBe("wording");
  const { moments, groups } = aSort();
  const moved = moments.map((moment) => ({ ...moment, group: "yours" }));
  expect(exercised(aSort(), aSort({ moments: moved }))).toBe("scoring");
  const more = [...groups, { id: "ours", title: "Ours" }];
  expect(exercised(aSort(), aSort({ groups: more }))).toBe("scoring");
  expect(exercised(aSort(), aSort({ moments: moments.toReversed() }))).toBe("wording");
  expect(exercised(aSort(), aSort({ moments: reworded(moments) }))).toBe("wording");
  const { sentences } = aSpot();
  const signs = sentences.map((sentence) => ({ ...sentence, sign: !sentence.sign }));
  expect(exercised(aSpot(), aSpot({ sentences: signs }))).toBe("scoring");
  const apart = sentences.map((sentence) => ({ ...sentence, paragraph: true }));
  expect(exercised(aSpot(), aSpot({ sentences: apart }))).toBe("wording");
  expect(exercised(aSpot(), aSpot({ sentences: reworded(sentences) }))).toBe("wording");
});

test("people who have begun a lesson are told that new things are asked where some are", () => {
  const told = (after: Partial<Lesson>) =>
    impactInWords({
      kind: "lesson",
      ...{ isNew: false, isWithdrawn: false, open: [], begun: 2, completions: 0 },
      changes: compareLessons(whole(), whole(after)),
    }).join(" ");
  const asked = "Only what is new is asked of them.";
  expect(told({ checks: [aCheck(), aCheck({ id: "more" })] })).toContain(asked);
  expect(told({ exercises: [anOrder()] })).toContain(asked);
  expect(told({ checks: [aCheck({ id: "is new", question: prose("What is new?") })] })).toContain(
    asked,
  );
  expect(told({ checks: [] })).not.toContain(asked);
  expect(told({ title: "What is new" })).not.toContain(asked);
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

test("a text of very many paragraphs is compared in one pass, and one that was empty leaves no empty words", () => {
  const many = (word: string) =>
    Array.from({ length: 60_000 }, (_, at) => `${word} ${String(at)}`).join("\n\n");
  expect(compareLessons(whole({}, many("old")), whole({}, many("new")))).toHaveLength(60_000);
  const messages = compareLessons(whole({}, ""), whole({}, "One.\n\nTwo."));
  expect(messages.map(({ message }) => message)).toEqual([
    "In the text: “One.” is new.",
    "In the text: “Two.” is new.",
  ]);
});
