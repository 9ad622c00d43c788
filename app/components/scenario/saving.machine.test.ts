import { createActor } from "xstate";
import { expect, test } from "vitest";
import { savingMachine } from "./saving.machine";

function aSaving() {
  const actor = createActor(savingMachine).start();
  return {
    actor,
    now: () => ({ state: actor.getSnapshot().value, choice: actor.getSnapshot().context.choice }),
  };
}

test("an answer is saving until a new moment says that it was recorded", () => {
  const { actor, now } = aSaving();
  actor.send({ type: "choice.made", choice: "a" });
  expect(now()).toEqual({ state: "saving", choice: "a" });
  actor.send({ type: "moment.changed" });
  expect(now()).toEqual({ state: "saved", choice: null });
});

test("an answer that was lost is kept and can be sent again", () => {
  const { actor, now } = aSaving();
  actor.send({ type: "choice.made", choice: "a" });
  actor.send({ type: "answer.lost" });
  expect(now()).toEqual({ state: "notSaved", choice: "a" });
  actor.send({ type: "choice.made", choice: "a" });
  expect(now()).toEqual({ state: "saving", choice: "a" });
});

test("a second press while an answer is saving changes nothing", () => {
  const { actor, now } = aSaving();
  actor.send({ type: "choice.made", choice: "a" });
  actor.send({ type: "choice.made", choice: "b" });
  expect(now()).toEqual({ state: "saving", choice: "a" });
});

test("an answer that was refused waits for another one", () => {
  const { actor, now } = aSaving();
  actor.send({ type: "choice.made", choice: "a" });
  actor.send({ type: "answer.refused" });
  expect(now()).toEqual({ state: "awaitingChoice", choice: null });
});

test("a moment that went on with an answer from elsewhere does not say that this one is saved", () => {
  const { actor, now } = aSaving();
  actor.send({ type: "choice.made", choice: "a" });
  actor.send({ type: "answer.overtaken" });
  expect(now()).toEqual({ state: "awaitingChoice", choice: null });
});

test("what was saved before is no longer said once an answer was overtaken", () => {
  const { actor, now } = aSaving();
  actor.send({ type: "moment.changed" });
  actor.send({ type: "answer.overtaken" });
  expect(now()).toEqual({ state: "awaitingChoice", choice: null });
});
