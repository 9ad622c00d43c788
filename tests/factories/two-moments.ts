import { aChoice, anEnding, aScenario, aScene, prose } from "tests/factories/scenario";
import type { Scenario } from "~/core/scenario/definition";

let made = 0;

/**
 * A scenario of two answered moments; one answer is never on offer, and one
 * ends it at once. Each has a slug of its own, so that no attempt at another stands in its way.
 */
export function twoMoments(overrides: Partial<Scenario> = {}): Scenario {
  const never = {
    condition: { kind: "compare", variable: "promised", comparison: "=", value: true },
    text: "promised",
    at: { line: 1, column: 1 },
  } as const;
  made += 1;
  return aScenario({
    slug: `two-moments-${String(made)}`,
    variables: [{ type: "boolean", name: "promised", start: false, at: { line: 1, column: 1 } }],
    scenes: [
      aScene({
        choices: [
          aChoice({ id: "ask", text: prose("Ask her."), target: "second" }),
          aChoice({ id: "shrug", text: prose("Shrug."), shows: [], target: "leaves" }),
          aChoice({ id: "hidden", text: prose("Hidden."), when: never, target: "second" }),
        ],
      }),
      aScene({
        id: "second",
        choices: [
          aChoice({ id: "promise", text: prose("Promise."), target: "thanks" }),
          aChoice({ id: "forget", text: prose("Forget."), shows: [], target: "leaves" }),
        ],
      }),
    ],
    endings: [anEnding(), anEnding({ id: "leaves", title: "She leaves", outcome: "failed" })],
    ...overrides,
  });
}
