import { expect, test } from "vitest";
import { goalSentence } from "./goal-sentence";

function sentence(when: string, will: string): string {
  return goalSentence({ when, will }, "When");
}

test("a goal of two halves is one sentence", () => {
  expect(sentence("a call drags on", "say what happens next")).toBe(
    "When a call drags on, I will say what happens next.",
  );
});

test("what the sentence says anyhow is not said twice", () => {
  const wanted = "When a guest comes to the desk & waits, I will look up first.";
  expect(sentence("When a guest comes to the desk & waits,", "I will look up first.")).toBe(wanted);
  expect(sentence("this week, when a guest comes to the desk & waits", "I’ll look up first")).toBe(
    wanted,
  );
  expect(sentence("a guest comes to the desk & waits.", "I'll look up first.")).toBe(wanted);
});

test("words that only begin alike are left alone", () => {
  expect(sentence("whenever it rings", "illustrate it")).toBe(
    "When whenever it rings, I will illustrate it.",
  );
});

test("a half that is nothing but those words is shown as it was typed", () => {
  expect(sentence("When", "I will")).toBe("When When, I will I will.");
});

test("an end of the learner's own is kept", () => {
  expect(sentence("it rings", "smile!")).toBe("When it rings, I will smile!");
  expect(sentence("it rings", "ask “How are you?”")).toBe(
    "When it rings, I will ask “How are you?”",
  );
  expect(sentence("it rings", "wait...")).toBe("When it rings, I will wait...");
});
