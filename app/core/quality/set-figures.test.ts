import { expect, test } from "vitest";
import { aChoice, aScenario, aScene, prose } from "../../../tests/factories/scenario";
import { setFigures } from "./set-figures";

const best = aChoice({ id: "best", text: prose("Two words") });
const other = aChoice({ id: "other", text: prose("Rather more words"), shows: [], misses: [] });
const scenario = (slug: string, ...choices: Parameters<typeof aChoice>) =>
  aScenario({ slug, scenes: [aScene({ choices: [best, other, ...choices.map(aChoice)] })] });

test("a best choice is seen by its length and its place", () => {
  const figures = setFigures([aScenario({ scenes: [aScene({ choices: [best, other] })] })], []);
  expect(figures).toMatchObject({
    moments: 1,
    bestIsShortest: 1,
    bestIsLongest: 0,
    bestIsFirst: 1,
    bestIsLast: 0,
  });
});

test("where two choices are equally good, neither can be told by its shape", () => {
  const equal = aScene({ choices: [best, { ...best, id: "as-good" }, other] });
  expect(setFigures([aScenario({ scenes: [equal] })], []).moments).toBe(0);
});

test("a behaviour is counted by the moments and by the role-plays that offer it", () => {
  const two = aScenario({ scenes: [aScene(), aScene({ id: "second" })] });
  const { behaviours } = setFigures([two, scenario("other")], ["listening", "kindness"]);
  expect(behaviours).toEqual([
    { behaviour: "listening", moments: 3, scenarios: 2 },
    { behaviour: "kindness", moments: 0, scenarios: 0 },
  ]);
});
