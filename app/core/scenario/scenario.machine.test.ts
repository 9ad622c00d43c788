import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { aChoice, aGuard, anEnding, aScenario, aScene, somewhere } from "tests/factories/scenario";
import { begin, choose } from "./play";
import { beginMachine, compileScenario, playStateOf, stepMachine } from "./scenario.machine";

test("the stepper and the machine agree on every step of every generated scenario", () => {
  fc.assert(
    fc.property(
      arbitraryScenario({ scenes: 4, forwardOnly: false }),
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
      (scenario, picks) => {
        const machine = compileScenario(scenario);
        let snapshot = beginMachine(machine);
        let state = begin(scenario);
        expect(playStateOf(snapshot)).toEqual(state);
        for (const pick of picks) {
          const choice = `choice-${pick + 1}`;
          snapshot = stepMachine(machine, snapshot, choice);
          state = choose(scenario, state, choice) ?? state;
          expect(playStateOf(snapshot)).toEqual(state);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("a standing rule ends the conversation wherever it is", () => {
  const scenario = aScenario({
    variables: [{ type: "integer", name: "patience", min: 0, max: 3, start: 1, at: somewhere }],
    rules: [
      {
        when: aGuard({ kind: "compare", variable: "patience", comparison: "=", value: 0 }),
        target: "leaves",
        at: somewhere,
      },
    ],
    scenes: [
      aScene({
        choices: [
          aChoice({
            id: "shrug",
            target: "opening",
            effects: [{ kind: "add", variable: "patience", amount: -2, at: somewhere }],
          }),
        ],
      }),
    ],
    endings: [anEnding(), anEnding({ id: "leaves", outcome: "failed" })],
  });
  const machine = compileScenario(scenario);
  const after = stepMachine(machine, beginMachine(machine), "shrug");
  expect(after.status).toBe("done");
  expect(after.hasTag("failed")).toBe(true);
  expect(playStateOf(after)).toEqual({
    place: { kind: "ending", ending: "leaves" },
    values: { patience: 0 },
  });
});
