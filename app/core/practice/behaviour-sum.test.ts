import { expect, test } from "vitest";
import { sumBehaviours } from "~/core/practice/behaviour-sum";
import type { Score } from "~/core/scenario/scoring";

function score(behaviour: string, ...shown: boolean[]): Score {
  const moments = shown.map((one, seq) => ({
    seq,
    scene: `s${seq}`,
    weight: 2,
    shown: one,
    said: [],
  }));
  return {
    behaviours: [{ behaviour, offered: 0, shown: 0, moments }],
    mark: null,
    requires: [],
    passRuleHolds: true,
    passed: true,
  };
}

test("moments are counted over all runs, in the order of the vocabulary", () => {
  const scores = [score("empathy", true, false), score("listening", true), score("empathy", true)];
  expect(sumBehaviours(scores, ["listening", "kindness", "empathy"])).toEqual([
    { behaviour: "listening", offered: 1, shown: 1 },
    { behaviour: "empathy", offered: 3, shown: 2 },
  ]);
});

test("without runs there is nothing to say", () => {
  expect(sumBehaviours([], ["listening"])).toEqual([]);
});
