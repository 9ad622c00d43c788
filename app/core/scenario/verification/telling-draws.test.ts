import { expect, test } from "vitest";
import { arbitraryTelling } from "tests/factories/arbitrary-telling";
import { aChoice, aGuard, aScenario, aScene, somewhere } from "tests/factories/scenario";
import { fc } from "tests/setup/properties";
import type { Line, Scenario, Variable } from "../definition";
import type { Finding } from "./finding";
import { programOf } from "./program";
import { quickestWays } from "./reading-time";
import { tellingDraws } from "./telling-draws";
import { typicalSeconds } from "./typical-time";
import { verifyScenario, verifyWalk } from "./verify";
import { walkProgram } from "./walk";

/** The proof with every value of each draw visited, but of those in `telling`. */
function proved(scenario: Scenario, telling: readonly number[]) {
  const walk = walkProgram(programOf(scenario, telling), 20_000);
  const { findings, ...figures } = verifyWalk(walk, { states: 20_000, scoreStates: 40_000 });
  // Of several ways that are the quickest, either is told.
  const said = ({ rule, witness, ...finding }: Finding) => ({
    rule,
    ...finding,
    witness: rule === "minutes/too-short" ? null : witness,
  });
  const quickest = [...quickestWays(walk)].map((way) => way?.seconds ?? 0);
  return { walk, proof: { ...figures, findings: findings.map(said) }, quickest };
}

test("the proof is the same whether draws that only tell are visited one by one or not", () => {
  const counts = { factored: 0, slow: 0, idle: 0 };
  fc.assert(
    fc.property(
      arbitraryTelling({ scenes: 3, forwardOnly: false, markedDetours: true }),
      (scenario) => {
        const all = proved(scenario, []);
        fc.pre(all.walk.isComplete);
        const own = proved(scenario, tellingDraws(scenario));
        expect(own.proof).toEqual(all.proof);
        expect(Math.min(...own.quickest)).toBeCloseTo(Math.min(...all.quickest), 6);
        expect(typicalSeconds(own.walk)).toBeCloseTo(typicalSeconds(all.walk), 6);
        const count = (rule: string) =>
          own.proof.findings.filter((finding) => finding.rule === rule).length;
        if (own.walk.places.length < all.walk.places.length) counts.factored += 1;
        counts.slow += count("minutes/too-short");
        counts.idle += count("unreachable/line") + count("condition/always-false");
      },
    ),
    { numRuns: 150 },
  );
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(20);
});

const drawn = (name: string): Variable => ({
  type: "oneOf",
  name,
  values: ["one", "two", "three"],
  start: "one",
  drawn: true,
  at: somewhere,
});

const names = Array.from({ length: 12 }, (_, index) => `detail-${index}`);

const printing = (name: string, words: string): Line => ({
  speaker: null,
  mood: null,
  text: [
    {
      kind: "paragraph",
      children: [
        { kind: "drawn", variable: name, words: { one: words, two: words, three: words } },
      ],
    },
  ],
  when: null,
  at: somewhere,
});

const withDetails = (words: string) => ({
  variables: names.map(drawn),
  scenes: [aScene({ lines: names.map((name) => printing(name, words)) })],
});

test("twelve details that are only printed leave the proof decided, and all of their cases are counted", () => {
  const { states, isDecided, findings } = verifyScenario(aScenario(withDetails("A word.")));
  expect(states).toBe(3 * 3 ** 12);
  expect(isDecided).toBe(true);
  expect(findings.map(({ rule }) => rule)).not.toContain("proof/not-decided");
});

test("where too many cases of too much to read would have to be gone through, that is not decided", () => {
  const { variables, scenes } = withDetails("word ".repeat(100));
  const asked: Variable = {
    type: "integer",
    name: "asked",
    min: 0,
    max: 99,
    start: 0,
    at: somewhere,
  };
  const again = aChoice({
    id: "again",
    shows: [],
    target: "asking",
    effects: [{ kind: "add", variable: "asked", amount: 1, at: somewhere }],
  });
  const asking = aScene({
    id: "asking",
    choices: [again, aChoice({ shows: [], target: "opening" })],
  });
  const scenario = aScenario({
    minutes: 1,
    start: "asking",
    variables: [...variables, asked],
    scenes: [asking, ...scenes],
  });
  const said = verifyScenario(scenario).findings.filter(({ rule }) =>
    /minutes|not-decided/.test(rule),
  );
  expect(said.map(({ message }) => message)).toEqual([
    "Whether even the quickest way takes more than 1 minute to read is not decided: too much of what is told is drawn.",
  ]);
});

test("draws that one condition asks about in more than a hundred cases are visited one by one", () => {
  const asking = (count: number) => {
    const all = names.slice(0, count).map((variable) => ({
      kind: "compare" as const,
      variable,
      comparison: "=" as const,
      value: "two",
    }));
    const line = { ...printing("detail-5", "A word."), when: aGuard({ kind: "and", all }) };
    return aScenario({
      variables: names.slice(0, 6).map(drawn),
      scenes: [aScene({ lines: [line] })],
    });
  };
  expect(tellingDraws(asking(4))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(tellingDraws(asking(5))).toEqual([5]);
});
