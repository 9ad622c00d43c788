import { expect, test } from "vitest";
import { behaviourNames, inVocabularyOrder, type Behaviour } from "./behaviour";

const named = (tag: string, name: string): Behaviour => ({
  ...{ tag, name, rule: "When asked, answer." },
  ...{ signs: [], counterExamples: [] },
});
const vocabulary = [named("kindness", "Kindness"), named("listening", "Listening")];

test("behaviours are told in the order of the vocabulary, whatever order an author named them in", () => {
  expect(behaviourNames(vocabulary, ["listening", "kindness"])).toEqual(["Kindness", "Listening"]);
});

test("a behaviour that the vocabulary has no more comes last, under its tag", () => {
  const ones = [{ of: "gone" }, { of: "listening" }, { of: "kindness" }];
  expect(inVocabularyOrder(vocabulary, ones, ({ of }) => of).map(({ of }) => of)).toEqual([
    "kindness",
    "listening",
    "gone",
  ]);
  expect(behaviourNames(vocabulary, ["gone"])).toEqual(["gone"]);
});
