import { expect, test } from "vitest";
import type { Scenario } from "~/core/scenario/definition";
import {
  defaultBounds,
  verifyScenario,
  type VerificationBounds,
} from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { sampleText, sampleVocabulary as vocabulary } from "tests/factories/sample-scenario";
import { wideScenario } from "tests/factories/wide-scenario";
import { figureChanges } from "./diff";
import { scenarioPaths } from "./paths";
import { runTests } from "./run-tests";

function sample(): Scenario {
  const source = { file: "scenarios/ring/index.mdx", text: sampleText };
  const { definition } = parseScenario(source, { vocabulary });
  if (!definition) throw new Error("The sample is whole.");
  return definition;
}
const definition = sample();

function said(bounds: string, within: VerificationBounds = defaultBounds): readonly string[] {
  const proof = verifyScenario(definition, within);
  const source = { file: "scenarios/ring/tests.yml", text: `bounds: { ${bounds} }\n` };
  return runTests(source, { definition, proof }).map(({ rule, message }) => `${rule} ${message}`);
}

const fewStates = { states: 3, scoreStates: 3 };

test("of a figure that was not decided it is said that the bound says nothing", () => {
  expect(
    said("states: 500, shortest: [found = 3], endings: 3, scores: [found = 0.6 to 1]", fewStates),
  ).toEqual([
    "proof/not-decided Reachable states: not decided, so that this bound says nothing.",
    "proof/not-decided Endings that can be reached: not decided, so that this bound says nothing.",
    "proof/not-decided Choices of the shortest way to `found`: not decided, so that this bound says nothing.",
    "proof/not-decided What scores lie between on the ways to `found`: not decided, so that this bound says nothing.",
  ]);
  expect(said("shortest: 3", fewStates)).toEqual([
    "proof/not-decided Choices of the shortest way to a pass: not decided, so that this bound says nothing.",
  ]);
});

test("more states than the bound allows are too many, however many more there are", () => {
  expect(said("states: 1", fewStates)[0]).toMatch(
    /^tests\/bound Reachable states: expected at most 1, got \d+\.$/,
  );
});

test("where only the scores were not decided, the other bounds hold", () => {
  const found = said("states: 500, endings: 3, shortest: [found = 3], scores: [found = 0.6 to 1]", {
    states: defaultBounds.states,
    scoreStates: 1,
  });
  expect(found).toEqual([
    "proof/not-decided What scores lie between on the ways to `found`: not decided, so that this bound says nothing.",
  ]);
});

test("an ending that is not there is told once with the one that was meant, decided or not", () => {
  for (const within of [defaultBounds, fewStates]) {
    const proof = verifyScenario(definition, within);
    const source = {
      file: "scenarios/ring/tests.yml",
      text: "bounds: { scores: [fuond = 0 to 1] }\n",
    };
    expect(runTests(source, { definition, proof })).toMatchObject([
      {
        rule: "tests/bound",
        message: "There is no ending `fuond`.",
        fix: "Did you mean `found`?",
      },
    ]);
  }
});

test("what is not decided is said where figures are compared and printed, and no figure is made up", () => {
  const [whole, part] = [verifyScenario(definition), verifyScenario(definition, fewStates)];
  expect(figureChanges(whole, whole)).toEqual([]);
  expect(figureChanges(whole, part)).toEqual([
    "Not decided of the role-play as it is now: which endings are reached, how, and with which scores.",
  ]);
  expect(figureChanges(part, part)[0]).toContain("as it was and as it is now");
  const scored = verifyScenario(definition, { ...defaultBounds, scoreStates: 1 });
  expect(figureChanges(whole, scored)[0]).toContain("its scores are not decided; before, ");
  const wide = scenarioPaths(wideScenario(3, Array<number>(9).fill(200)), false);
  expect(wide).toMatch(/^[\w-]+: Not decided: /);
  expect(wide).not.toContain("reachable states");
});
