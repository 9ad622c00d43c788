import { createActor } from "xstate";
import { expect, test } from "vitest";
import { clockMachine, type Reading } from "./clock.machine";

function aClock(reading: Reading | null = { left: 20, decides: true }) {
  const actor = createActor(clockMachine, { input: { reading } }).start();
  return {
    tick: (left: number, isWatched = true) => actor.send({ type: "clock.ticked", left, isWatched }),
    send: actor.send.bind(actor),
    state: () => actor.getSnapshot().value,
    left: () => actor.getSnapshot().context.left,
  };
}

test("a clock that runs out before somebody's eyes lets the moment pass", () => {
  const clock = aClock();
  clock.tick(7.5);
  expect([clock.state(), clock.left()]).toEqual(["running", 7.5]);
  clock.tick(-0.2);
  expect([clock.state(), clock.left()]).toEqual(["passing", 0]);
});

test("a clock that is advice only says that it is over", () => {
  const clock = aClock({ left: 200, decides: false });
  clock.tick(0);
  expect(clock.state()).toBe("over");
});

test("nobody is punished for a clock that ran out unseen, or before the page was there", () => {
  const unseen = aClock();
  unseen.tick(-1, false);
  expect(unseen.state()).toBe("over");
  expect(aClock({ left: 0, decides: true }).state()).toBe("over");
});

test("an answer on its way stops the clock, also where it gets lost", () => {
  const clock = aClock();
  clock.send({ type: "answer.begun" });
  clock.tick(0);
  clock.send({ type: "answer.lost" });
  expect(clock.state()).toBe("stopped");
});

test("a silence that got lost leaves the learner to decide", () => {
  const clock = aClock();
  clock.tick(0);
  clock.send({ type: "answer.lost" });
  expect(clock.state()).toBe("over");
});

test("the next moment has a clock of its own, or none", () => {
  const clock = aClock();
  clock.tick(0);
  clock.send({ type: "moment.shown", reading: { left: 12, decides: true } });
  expect([clock.state(), clock.left()]).toEqual(["running", 12]);
  clock.send({ type: "moment.shown", reading: null });
  expect(clock.state()).toBe("absent");
});
