import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { aChoice, aScenario, aScene } from "tests/factories/scenario";
import { fc } from "tests/setup/properties";
import { parseCondition } from "~/language/parse-condition";
import { quickestWays } from "./reading-time";
import { programOf } from "./program";
import { verifyScenario } from "./verify";
import { walkProgram } from "./walk";
import { idleParts, leavesOf, valueOf } from "./expression-parts";
import type { Guard, Scenario, Variable } from "../definition";

const at = { line: 7, column: 20 };
const variables: readonly Variable[] = [
  { type: "integer", name: "patience", min: 0, max: 5, start: 0, drawn: true, at },
  { type: "boolean", name: "looked", start: false, drawn: true, at },
];

function guardOf(text: string): Guard {
  const placeOf = (index: number) => ({ line: at.line, column: at.column + index });
  const parsed = parseCondition(text, new Map(variables.map((one) => [one.name, one])), placeOf);
  if (!("guard" in parsed)) throw new Error(text);
  return parsed.guard;
}

function asking(text: string): Scenario {
  const when = guardOf(text);
  return aScenario({
    variables,
    scenes: [aScene({ choices: [aChoice({ when }), aChoice({ id: "other", target: "leaves" })] })],
  });
}

function judged(text: string): readonly string[] {
  return verifyScenario(asking(text))
    .findings.filter(({ rule }) => rule.startsWith("condition/") || rule === "unreachable/choice")
    .map(({ rule, at: { line, column } }) => `${rule} ${line}:${text.slice(column - at.column)}`);
}

const cases: Readonly<Record<string, readonly string[]>> = {
  "looked and patience >= 0": ["condition/always-true 7:patience >= 0"],
  "looked or patience > 5": ["condition/always-false 7:patience > 5"],
  "looked or (patience > 3 and patience < 2)": [
    "condition/always-false 7:patience > 3 and patience < 2)",
  ],
  "looked and not (patience > 5)": ["condition/always-true 7:not (patience > 5)"],
  "looked and patience > 3 and patience > 1": ["condition/always-true 7:patience > 1"],
  "looked and looked": ["condition/always-true 7:looked and looked"],
  "looked and patience > 3 and patience < 2": [
    "unreachable/choice 7:looked and patience > 3 and patience < 2",
  ],
  "looked and patience > 5": ["unreachable/choice 7:patience > 5"],
  "looked or not looked": ["condition/always-true 7:looked or not looked"],
  "looked or patience > 3": [],
  "(looked or patience > 3) and not (looked and patience > 3)": [],
};

for (const [text, found] of Object.entries(cases)) {
  test(`each part of a condition is judged, and pointed at: ${text}`, () => {
    expect(judged(text)).toEqual(found);
  });
}

test("a part that is said to decide nothing can be replaced wherever the condition is asked", () => {
  let judgedParts = 0;
  fc.assert(
    fc.property(arbitraryScenario({ scenes: 3, forwardOnly: false }), (scenario) => {
      const program = programOf(scenario);
      walkProgram(program, 5_000);
      const probes = program.answers.flatMap(({ when, after }) => [
        ...(when ? [when] : []),
        ...after,
      ]);
      for (const probe of probes) {
        const { condition } = probe.guard;
        const bits = new Map(leavesOf(condition).map((leaf, bit) => [leaf, bit]));
        const settled = new Map(idleParts(probe).map(({ part, as }) => [part, as]));
        judgedParts += settled.size;
        for (const mask of probe.seen) {
          const plain = valueOf(condition, mask, bits, new Map());
          expect(valueOf(condition, mask, bits, settled)).toBe(plain);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(judgedParts).toBeGreaterThan(5);
});

test("a standing rule that leads back into what it watches is found, however it was made", () => {
  const scenario = aScenario({
    rules: [
      { when: { condition: { kind: "and", all: [] }, text: "…", at }, target: "opening", at },
    ],
  });
  expect(verifyScenario(scenario).findings.map(({ rule }) => rule)).toContain("rule/target");
});

test("the quickest way counts the lines that are shown on it, and those alone", () => {
  const long = [
    {
      kind: "paragraph" as const,
      children: [{ kind: "text" as const, text: "word ".repeat(440) }],
    },
  ];
  const line = (text: string) => {
    return { speaker: null, mood: null, text: long, when: guardOf(text), at };
  };
  const seconds = (text: string) => {
    const scenario = aScenario({ variables, scenes: [aScene({ lines: [line(text)] })] });
    return [...quickestWays(walkProgram(programOf(scenario), 1_000))][0]?.seconds ?? 0;
  };
  expect(seconds("patience >= 0") - seconds("patience > 3")).toBeCloseTo(120, 5);
});
