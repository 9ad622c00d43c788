/** What answers do to variables: a number stops at its bounds. */
import { expect, test } from "vitest";
import { begin, choose } from "~/core/scenario/play";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";
import {
  sampleText as text,
  sampleVocabulary as vocabulary,
} from "tests/factories/sample-scenario";

/** The sample with another effect on its first choice. */
function withEffect(set: string) {
  const source = text.replace('set="patience += 1"', `set="${set}"`);
  expect(source).toContain(`set="${set}"`);
  return parseScenario({ file: "scenarios/ring/index.mdx", text: source }, { vocabulary });
}

test.each([
  ["patience += 1", 3],
  ["patience+=1", 3],
  ["patience-=1", 1],
  ["patience += 50", 3],
  ["patience -= 50", 0],
  ["patience += 50; patience -= 1", 2],
  ["patience -= 50; patience += 1", 1],
])("%s from 2, of 0 to 3, makes %i", (set, patience) => {
  const { definition, diagnostics } = withEffect(set);
  expect(diagnostics).toEqual([]);
  if (!definition) throw new Error("It has no errors.");
  const after = choose(definition, begin(definition), "ask");
  expect(after?.values["patience"]).toBe(patience);
  // The proof stops where play does: at 0 the standing rule ends it.
  const gone = verifyScenario(definition).endings.find(({ ending }) => ending === "gone");
  expect(gone?.shortest).toBe(patience === 0 ? 1 : 2);
});

test.each([
  ["patience + 1", "Write patience += 1."],
  ["patience - 1", "Write patience -= 1."],
  ["patience =+ 1", "Write patience += 1."],
  ["patience ++", "Write += 1."],
  ["patience", "Write it as in patience -= 1."],
])("%s is told how it is written", (set, fix) => {
  expect(withEffect(set).diagnostics).toMatchObject([{ rule: "effect/syntax", line: 29, fix }]);
});

test.each(["patience += 99999999999999999999", "patience = 4", "looked += 1"])(
  "%s is refused",
  (set) => {
    expect(withEffect(set).diagnostics).toMatchObject([{ rule: "effect/type", line: 29 }]);
  },
);
