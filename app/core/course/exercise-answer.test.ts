import { expect, test } from "vitest";
import type { Exercise } from "~/core/course/exercise";
import { judgeExercise, rightOptions, sentOf } from "~/core/course/exercise-answer";
import { anOrder, aSort, aSpot } from "tests/factories/a-lesson";

const placed = (places: Readonly<Record<string, string>>) => ({
  placed: new Map(Object.entries(places)),
  marked: [],
});
const marked = (...sentences: string[]) => ({
  placed: new Map<string, string>(),
  marked: sentences,
});

function said(exercise: Exercise, sent: Parameters<typeof judgeExercise>[1]) {
  const judged = judgeExercise(exercise, sent);
  return judged.ok ? judged.value : judged.problem.sentence;
}

test("moments are right when every one is in its group", () => {
  expect(said(aSort(), placed({ call: "yours", note: "theirs", promise: "yours" }))).toEqual({
    options: ["call:yours", "note:theirs", "promise:yours"],
    correct: true,
  });
  expect(said(aSort(), placed({ call: "yours", note: "yours", promise: "yours" }))).toMatchObject({
    correct: false,
  });
});

test("moments without a group, or in one that is not there, are counted in words", () => {
  expect(said(aSort(), placed({ call: "yours" }))).toBe(
    "Two moments have no group yet. Choose one for each: a guess is fine.",
  );
  expect(said(aSort(), placed({ call: "yours", note: "__proto__", promise: "yours" }))).toBe(
    "One moment has no group yet. Choose one for each: a guess is fine.",
  );
});

test("steps are right in the order of the lesson, and kept in the order given", () => {
  expect(said(anOrder(), placed({ hear: "1", ask: "2", offer: "3", promise: "4" }))).toMatchObject({
    correct: true,
  });
  expect(said(anOrder(), placed({ hear: "2", ask: "1", offer: "3", promise: "4" }))).toEqual({
    options: ["ask", "hear", "offer", "promise"],
    correct: false,
  });
});

test("a step without a place or a place taken twice is said", () => {
  expect(said(anOrder(), placed({ hear: "1", ask: "", offer: "9", promise: "4" }))).toBe(
    "Two steps have no place yet. Give each a number from 1 to 4.",
  );
  expect(said(anOrder(), placed({ hear: "1", ask: "3", offer: "3", promise: "4" }))).toBe(
    "Place 3 is taken more than once. Give each step a place of its own.",
  );
  expect(said(anOrder(), placed({ hear: "1", ask: "2", offer: "3", promise: "1.5" }))).toBe(
    "One step has no place yet. Give each a number from 1 to 4.",
  );
});

test("signs are right when all of them are marked and nothing else", () => {
  expect(said(aSpot(), marked("ring"))).toEqual({ options: ["ring"], correct: true });
  expect(said(aSpot(), marked("ring", "thanks"))).toMatchObject({ correct: false });
  expect(said(aSpot(), marked())).toBe("Mark at least one sentence first. A guess is fine.");
  expect(said(aSpot(), marked("hello", "gone"))).toBe(
    "Mark at least one sentence first. A guess is fine.",
  );
});

test("what is kept of an answer reads back as the same answer, and the right one is right", () => {
  for (const exercise of [aSort(), anOrder(), aSpot()]) {
    const right = rightOptions(exercise);
    expect(said(exercise, sentOf(exercise, right))).toEqual({ options: right, correct: true });
  }
});
