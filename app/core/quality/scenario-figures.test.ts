import { expect, test } from "vitest";
import {
  aChoice,
  aGuard,
  aScenario,
  aScene,
  prose,
  somewhere,
} from "../../../tests/factories/scenario";
import { scenarioFigures, scenarioShortfalls } from "./scenario-figures";

const patience = {
  type: "integer",
  name: "patience",
  min: 0,
  max: 3,
  start: 2,
  at: somewhere,
} as const;
const tone = {
  type: "oneOf",
  name: "tone",
  values: ["calm", "cross"],
  start: "calm",
  at: somewhere,
} as const;
const gone = aGuard({ kind: "compare", variable: "patience", comparison: "=", value: 0 });
const less = { kind: "add", variable: "patience", amount: -1, at: somewhere } as const;

test("a variable matters where answers change it and something is decided by it", () => {
  const own = aScenario({
    variables: [patience, { ...tone, drawn: true }],
    rules: [{ when: gone, target: "leaves", at: somewhere }],
    scenes: [aScene({ choices: [aChoice({ effects: [less] })] })],
  });
  expect(scenarioFigures(own)).toMatchObject({
    variablesThatMatter: ["patience"],
    drawn: ["tone"],
  });
  expect(scenarioFigures({ ...own, rules: [] }).variablesThatMatter).toEqual([]);
});

test("minutes are the average over all ways, each answer as likely as the next", () => {
  const quick = scenarioFigures(aScenario()).minutes ?? 0;
  const words = Array.from({ length: 200 }, () => "word").join(" ");
  const [first, second] = aScene().choices;
  const longer = aScene({
    choices: [
      { ...(first ?? aChoice()), feedback: [{ text: prose(words), when: null, at: somewhere }] },
      ...(second ? [second] : []),
    ],
  });
  const slow = scenarioFigures(aScenario({ scenes: [longer] })).minutes ?? 0;
  expect(slow - quick).toBeCloseTo((200 - 5) / 200 / 2);
});

test("going round in a circle does not take for ever", () => {
  const round = aScene({ choices: [aChoice({ target: "opening" }), aChoice({ id: "b" })] });
  expect(scenarioFigures(aScenario({ scenes: [round] })).minutes).toBeLessThan(2);
});

test("a role-play is told what it lacks", () => {
  expect(scenarioShortfalls(scenarioFigures(aScenario()))).toEqual([
    "lost-parcel takes 0.3 minutes, not 3 to 10.",
    "lost-parcel says 4 minutes and takes 0.3.",
    "lost-parcel has 1 scene.",
    "lost-parcel has 2 endings.",
    "lost-parcel has fewer than 2 variables that matter.",
    "lost-parcel lets nothing be made good.",
  ]);
});
