import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { allDraws } from "tests/factories/exhaustive-play";
import { aChoice, aGuard, aScenario, aScene, somewhere } from "tests/factories/scenario";
import { fc } from "tests/setup/properties";
import type { Condition, Scenario, Scene } from "../definition";
import { verifyScenario } from "./verify";

test("where the bound is passed the proof says that it is not decided", () => {
  fc.assert(
    fc.property(arbitraryScenario({ scenes: 4, forwardOnly: true }), (scenario) => {
      // More than differ in what is drawn alone.
      fc.pre(verifyScenario(scenario).states > allDraws(scenario).length);
      const proof = verifyScenario(scenario, { states: 1, scoreStates: 1 });
      expect(proof.isDecided).toBe(false);
      expect(proof.findings.map((finding) => finding.rule)).toContain("proof/not-decided");
    }),
    { numRuns: 30 },
  );
});

const undecided = (scenario: Scenario) =>
  verifyScenario(scenario)
    .findings.filter(({ rule }) => rule === "proof/not-decided")
    .map(({ message }) => message);

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);

/** So many scenes in a row, each of which can be missed; the last one repairs them all. */
function manyMisses(count: number): Scenario {
  const scenes = numbered(count).map((index): Scene => {
    const target = index + 1 < count ? `scene-${index + 1}` : "last";
    return aScene({
      id: `scene-${index}`,
      choices: [aChoice({ target }), aChoice({ id: "no", shows: [], target })],
    });
  });
  const last = aScene({ id: "last", repairs: scenes.map(({ id }) => id) });
  return aScenario({ start: "scene-0", scenes: [...scenes, last] });
}

test("more than thirty behaviours, detours out of a scene or misses to repair are not decided", () => {
  const behaviours = numbered(31).map((index) => `behaviour-${index}`);
  expect(undecided(aScenario({ behaviours }))).toEqual([
    "Not decided: it declares more than 30 behaviours.",
  ]);
  expect(undecided(manyMisses(31))).toEqual([
    "Whether it can be passed is not decided: there are more than 30 required behaviours and misses that can be repaired.",
  ]);
  const calls = numbered(31).map((index) =>
    aChoice({ id: `call-${index}`, shows: [], target: "away" }),
  );
  const away = aScene({
    id: "away",
    interlude: true,
    choices: [aChoice({ id: "back", shows: [], target: "return" })],
  });
  expect(
    undecided(aScenario({ scenes: [aScene({ choices: [...aScene().choices, ...calls] }), away] })),
  ).toEqual(["Not decided: more than 30 answers of one scene lead to an interlude."]);
  expect(undecided(manyMisses(5))).toEqual([]);
});

test("values that combine in more ways than can be counted are not decided", () => {
  const variables = numbered(9).map((index) => ({
    type: "integer" as const,
    name: `v${index}`,
    min: 0,
    max: 100,
    start: 0,
    at: somewhere,
  }));
  expect(undecided(aScenario({ variables }))).toEqual([
    "Not decided: its variables and interludes combine in more ways than can be counted.",
  ]);
  // Scenes from which nothing is called do not use up numbers.
  const scenes = numbered(1000).map((index) => aScene({ id: index ? `s${index}` : "opening" }));
  expect(undecided(aScenario({ variables: variables.slice(0, 6), scenes }))).toEqual([]);
});

test("the parts of a condition with more than thirty comparisons are not judged in silence", () => {
  const any = numbered(31).map((value): Condition => ({
    kind: "compare",
    variable: "number",
    comparison: "=",
    value,
  }));
  const guarded = (most: number) =>
    aScenario({
      variables: [
        { type: "integer", name: "number", min: 0, max: 40, start: 0, drawn: true, at: somewhere },
      ],
      scenes: [
        aScene({
          choices: [
            ...aScene().choices,
            aChoice({ id: "some", when: aGuard({ kind: "or", any: any.slice(0, most) }) }),
          ],
        }),
      ],
    });
  expect(undecided(guarded(30))).toEqual([]);
  expect(undecided(guarded(31))).toEqual([expect.stringContaining("compares more than 30 times")]);
});

test("where the walk is given up, a moment without a choice that it met is said all the same", () => {
  const stuck = aScene({ id: "stuck", choices: [] });
  const opening = aScene({
    choices: [aChoice({ target: "stuck" }), aChoice({ id: "on", target: "further" })],
  });
  const scenario = aScenario({ scenes: [opening, stuck, aScene({ id: "further" })] });
  const { findings, isDecided } = verifyScenario(scenario, { states: 3, scoreStates: 3 });
  expect(isDecided).toBe(false);
  expect(findings).toMatchObject([
    { rule: "proof/not-decided" },
    { rule: "flow/no-choice", witness: [expect.stringContaining("opening: say-back")] },
  ]);
});
