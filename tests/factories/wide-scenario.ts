/** Scenarios with as many reachable states as are wanted, for measuring the proof. */
import type { Choice, Scenario, Scene, Variable } from "~/core/scenario/definition";
import { aChoice, anEnding, aScenario, aScene, somewhere } from "./scenario";

const behaviours = ["listening", "empathy", "ownership"];

/** A long conversation in which several numbers drift apart. */
export function wideScenario(scenes: number, bounds: readonly number[]): Scenario {
  const variables = bounds.map((max, index): Variable => ({
    type: "integer",
    name: `v${index}`,
    min: 0,
    max,
    start: 0,
    at: somewhere,
  }));
  const choice = (scene: number, index: number): Choice =>
    aChoice({
      id: `choice-${index}`,
      target: scene + 1 < scenes ? `scene-${scene + 1}` : index === 0 ? "thanks" : "leaves",
      shows: behaviours.slice(0, index),
      effects: variables.flatMap(({ name }, at) =>
        (index >> at) % 2 === 1
          ? [{ kind: "add", variable: name, amount: 1, at: somewhere } as const]
          : [],
      ),
    });
  const scene = (index: number): Scene =>
    aScene({
      id: `scene-${index}`,
      choices: Array.from({ length: 2 ** variables.length }, (_, at) => choice(index, at)),
    });
  return aScenario({
    variables,
    behaviours,
    start: "scene-0",
    scenes: Array.from({ length: scenes }, (_, index) => scene(index)),
    endings: [anEnding(), anEnding({ id: "leaves", outcome: "failed" })],
    pass: { mark: 0.6, requires: ["ownership"], at: somewhere },
  });
}
