import { expect, test } from "vitest";
import { shownInWords, sumBehaviours } from "~/core/practice/behaviour-sum";
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
    { behaviour: "listening", offered: 1, shown: 1, repaired: 0 },
    { behaviour: "empathy", offered: 3, shown: 2, repaired: 0 },
  ]);
});

test("a moment that was missed and put right later is counted as that, and not as shown", () => {
  const played = score("empathy", true, false, false);
  const repairedSecond = played.behaviours.map((one) => ({
    ...one,
    moments: one.moments.map((moment) => ({ ...moment, repaired: moment.seq === 1 })),
  }));
  expect(sumBehaviours([{ ...played, behaviours: repairedSecond }], ["empathy"])).toEqual([
    { behaviour: "empathy", offered: 3, shown: 1, repaired: 1 },
  ]);
});

test("without runs there is nothing to say", () => {
  expect(sumBehaviours([], ["listening"])).toEqual([]);
});

test("what was put right later is said beside what was shown, and only where there is some", () => {
  expect(shownInWords({ shown: 2, offered: 6, repaired: 1 })).toBe("2 of 6, 1 put right later");
  expect(shownInWords({ shown: 2, offered: 6, repaired: 0 })).toBe("2 of 6");
});
