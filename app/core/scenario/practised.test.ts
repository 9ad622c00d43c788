import { expect, test } from "vitest";
import { aChoice, aScenario, aScene } from "tests/factories/scenario";
import { momentsAskingFor } from "./practised";

const asking = aScene({
  id: "asking",
  choices: [aChoice({ id: "hear", shows: ["listening"] }), aChoice({ id: "fix", shows: [] })],
});
const typed = aScene({
  id: "typed",
  choices: [],
  reply: {
    prompt: "What do you say?",
    rows: [{ ...aChoice({ id: "row", shows: ["listening", "empathy"] }), phrases: [], unless: [] }],
    at: { line: 1, column: 1 },
  },
});
const other = aScene({ id: "other", choices: [aChoice({ id: "own", shows: ["ownership"] })] });

test("a behaviour is asked for in each moment of which some answer, picked or typed, shows it", () => {
  const scenario = aScenario({ scenes: [asking, typed, other] });
  expect(momentsAskingFor(scenario, "listening")).toBe(2);
  expect(momentsAskingFor(scenario, "empathy")).toBe(1);
  expect(momentsAskingFor(scenario, "kindness")).toBe(0);
});
