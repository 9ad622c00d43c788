import { expect, test } from "vitest";
import { longestWay, playDialogue, stepsOnOffer } from "~/core/course/dialogue";
import { presentMoment } from "~/core/scenario/moment";
import { aDialogue } from "tests/factories/a-lesson";

const { scenario } = aDialogue();

function stepTo(way: readonly string[], words: string): string {
  const state = playDialogue(scenario, way);
  if (state === null) throw new Error("It does not begin.");
  const step = stepsOnOffer(scenario, state, "reader").find(({ choice }) =>
    JSON.stringify(choice.text).includes(words),
  );
  if (step === undefined) throw new Error(`Nobody can say ${words} here.`);
  return step.id;
}

function momentAt(way: readonly string[]) {
  const state = playDialogue(scenario, way);
  return state && presentMoment(scenario, state.attempt);
}

test("the way in the address leads to the same moment each time", () => {
  const first = stepTo([], "Where did you last");
  const second = stepTo([first], "I look");
  expect(momentAt([])?.scene).toBe("opening");
  expect(momentAt([first])?.scene).toBe("then");
  expect(momentAt([first, second])?.ending?.id).toBe("found");
  expect(momentAt([first, second])).toEqual(momentAt([first, second]));
});

test("a way that no longer fits is taken as far as it goes", () => {
  const first = stepTo([], "Where did you last");
  for (const rest of [["gone"], ["gone", first], [""], ["__proto__"]]) {
    expect(playDialogue(scenario, [first, ...rest])?.way).toEqual([first]);
    expect(playDialogue(scenario, rest)?.way).toEqual([]);
  }
  const endless = Array.from({ length: 500 }, () => first);
  expect(playDialogue(scenario, endless)?.way.length).toBeLessThanOrEqual(longestWay);
});

test("the name of a step tells neither what it is nor where it stands", () => {
  const state = playDialogue(scenario, []);
  if (state === null) throw new Error("It does not begin.");
  const offered = stepsOnOffer(scenario, state, "reader");
  expect(offered.every(({ id }) => /^p[0-9a-z]+$/.test(id))).toBe(true);
  expect(offered.map(({ choice }) => choice.id)).not.toEqual(
    scenario.scenes[0]?.choices.map(({ id }) => id),
  );
});
