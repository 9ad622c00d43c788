import { expect, test } from "vitest";
import { aChoice, aScenario, aScene, prose } from "tests/factories/scenario";
import { decide, replay, type AttemptState, type TimeSetting } from "./attempt";
import { presentMoment } from "./moment";
import { clockOf, hasTimedMoments, secondsLeft } from "./timing";

const silence = aChoice({ id: "silence", text: prose("You say nothing."), target: "leaves" });
const timed = aScenario({
  scenes: [
    aScene({
      choices: [aChoice(), aChoice({ id: "ask-pete", target: "aside", shows: [] })],
      timed: { seconds: 20, silence },
    }),
    aScene({
      id: "aside",
      interlude: true,
      choices: [aChoice({ id: "back", target: "return", shows: [] })],
    }),
  ],
});

function begun(time: TimeSetting): AttemptState {
  const state = replay(timed, [{ type: "attempt.started", time }]);
  if (!state.ok) throw new Error("It begins.");
  return state.value;
}

function afterSilence(time: TimeSetting, elapsedSeconds: number) {
  return decide(timed, begun(time), { type: "silence", scene: "opening", elapsedSeconds });
}

test("a moment passes once its time is over, and a second more or less is forgiven", () => {
  expect(afterSilence("stated", 18)).toEqual({
    ok: false,
    problem: { kind: "too-soon", secondsLeft: 2 },
  });
  expect(afterSilence("stated", 19).ok).toBe(true);
});

test("ten times the time is ten times, and its end is advice", () => {
  expect(afterSilence("tenfold", 198).ok).toBe(false);
  expect(afterSilence("tenfold", 200).ok).toBe(true);
  expect(presentMoment(timed, begun("tenfold")).clock).toMatchObject({ decides: false });
});

test("without a clock the moment waits for ever, and may be let pass at any time", () => {
  expect(presentMoment(timed, begun("none")).clock).toEqual({
    seconds: null,
    decides: false,
    canPass: true,
  });
  expect(afterSilence("none", 0).ok).toBe(true);
});

test("a late answer is an answer", () => {
  const late = decide(timed, begun("stated"), {
    type: "choose",
    scene: "opening",
    choice: "say-back",
  });
  expect(late.ok).toBe(true);
});

test("on a detour the clock of the moment goes on, and silence answers nothing", () => {
  const away = decide(timed, begun("stated"), {
    type: "choose",
    scene: "opening",
    choice: "ask-pete",
  });
  if (!away.ok) throw new Error("It can be called.");
  const { clock, arrivedSeq } = presentMoment(timed, away.value.state);
  expect(clock).toEqual({ seconds: 20, decides: true, canPass: false });
  expect(arrivedSeq).toBe(0);
  expect(
    decide(timed, away.value.state, { type: "silence", scene: "aside", elapsedSeconds: 99 }),
  ).toEqual({ ok: false, problem: { kind: "not-timed" } });
});

test("what is left is never less than nothing, nor more than there was", () => {
  const clock = clockOf(timed, begun("stated").play, "stated");
  if (!clock) throw new Error("It is timed.");
  expect([-5, 0, 7.5, 20, 900].map((elapsed) => secondsLeft(clock, elapsed))).toEqual([
    20, 20, 12.5, 0, 0,
  ]);
  expect(clockOf(aScenario(), begun("stated").play, "stated")).toBeNull();
  expect([hasTimedMoments(timed), hasTimedMoments(aScenario())]).toEqual([true, false]);
});
