import { expect, test } from "vitest";
import { unsentForm } from "~/components/lesson/unsent-form";
import { formOf } from "~/server/learning/lesson-form.server";
import { keptLessonForm, keptWithout } from "~/server/learning/kept-lesson-form.server";

function formData(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const beside = {
  "unsaved:goal:goal-when": "a call drags on",
  "unsaved:goal:goal-will": "",
  "unsaved:reflection:own:text": "I never noticed",
};
const answer = { check: "first", option: "a" };

test("words of other forms come back with the form that was sent, each to its own", () => {
  expect(keptLessonForm(formData({ ...answer, ...beside }))).toMatchObject({
    form: "check:first",
    message: expect.stringContaining(
      "What you wrote elsewhere on this page is still here",
    ) as string,
    others: [
      { form: "goal", typed: { "goal-when": "a call drags on", "goal-will": "" } },
      { form: "reflection:own", typed: { text: "I never noticed" } },
    ],
  });
  expect(keptLessonForm(formData(answer))).toMatchObject({ others: [] });
  expect(keptLessonForm(formData({ unsaved: "x" }))).toBeNull();
});

test("what was saved is kept no more, and words in other forms are kept on until they are saved", () => {
  const sent = { "goal-when": "a call drags on", "goal-will": "ask", ...beside };
  const afterCheck = keptWithout(formData({ ...answer, ...beside }), formData(answer));
  expect(Object.fromEntries(afterCheck ?? [])).toEqual(beside);
  const goal = formData({ "goal-when": "a call drags on", "goal-will": "ask" });
  const afterGoal = keptWithout(afterCheck ?? formData({}), goal);
  expect(Object.fromEntries(afterGoal ?? [])).toEqual({
    "unsaved:reflection:own:text": "I never noticed",
  });
  expect(keptLessonForm(afterGoal ?? formData({}))).toMatchObject({
    form: "",
    others: [{ form: "reflection:own" }],
  });
  const reflection = formData({ reflection: "own", text: "I never noticed" });
  expect(keptWithout(afterGoal ?? formData({}), reflection)).toBeNull();
  // What was sent itself is kept on too, where another form of the page is saved first.
  expect(Object.fromEntries(keptWithout(formData(sent), reflection) ?? [])).toMatchObject({
    "unsaved:goal:goal-when": "a call drags on",
  });
});

test("an answer that was sent is not kept on once something else was saved", () => {
  const exercise = formData({ exercise: "sort", "place:a": "b" });
  expect(keptWithout(exercise, formData(answer))).toBeNull();
  expect(keptWithout(formData(answer), formData({ rating: "sure", sure: "3" }))).toBeNull();
});

test.each([
  ["an answer", { check: "first", option: "a" }],
  ["an order", { exercise: "steps", "place:a": "2", "place:b": "1" }],
  ["marks", { exercise: "spot", mark: "a" }],
  ["a reflection", { reflection: "own", text: "I never noticed" }],
  ["a rating", { rating: "sure", sure: "3" }],
  ["a goal", { "goal-when": "a call drags on", "goal-will": "ask" }],
] as const)(
  "%s that the network did not carry is told in the same place as one that was refused",
  (_, fields) => {
    const form = formData(fields);
    const unsent = unsentForm(form);
    const refused = formOf(form);
    expect(unsent.form).toBe(refused?.form);
    expect(unsent.typed).toMatchObject(refused?.typed ?? { refused: "" });
  },
);
