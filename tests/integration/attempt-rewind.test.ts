import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordChoice } from "~/server/learning/attempt-choice.server";
import { readAnswerForm } from "~/server/learning/attempt-form.server";
import { startAttempt } from "~/server/learning/attempt-start.server";
import { findAttempt } from "~/server/learning/attempt-state.server";
import { twoMoments } from "tests/factories/two-moments";
import { aPlayground, Play, type Playground } from "tests/setup/playground";

let ground: Playground;
beforeAll(async () => {
  ground = await aPlayground();
});
afterAll(() => ground.close());

async function begun(mode: "practice" | "official" = "practice"): Promise<Play> {
  return Play.begin(ground, await ground.publish(twoMoments()), mode);
}

test("a practice goes back to an earlier moment, and the log keeps what was left", async () => {
  const play = await begun();
  await play.say("Ask her.");
  expect(await play.rewind({ seq: 2, to: 1 })).toEqual({ kind: "recorded" });
  expect((await play.look()).choices).toHaveLength(2);
  await play.say("Shrug.");
  expect((await play.events()).map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([
    { type: "attempt.started" },
    { type: "choice.made", scene: "opening", choice: "ask" },
    { type: "attempt.rewound", to: 1 },
    { type: "choice.made", scene: "opening", choice: "shrug" },
  ]);
  const { state } = await play.live();
  expect(state.answers.map(({ choice }) => choice.id)).toEqual(["shrug"]);
  expect(state.abandoned.map(({ choice }) => choice.id)).toEqual(["ask"]);
  expect(await play.row()).toMatchObject({ ending: "leaves", outcome: "failed" });
});

test("an official run does not go back, and says so", async () => {
  const play = await begun("official");
  await play.say("Ask her.");
  const refused = await play.rewind({ seq: 2, to: 1 });
  expect(refused).toMatchObject({ kind: "refused", attempt: { state: { seq: 2 } } });
  expect(refused).toHaveProperty("sentence", expect.stringContaining("only practice"));
  expect((await play.look()).mayRewind).toBe(false);
  expect(await play.events()).toHaveLength(2);
});

test("an official log that holds a way back, whoever wrote it there, is quarantined", async () => {
  const play = await begun("official");
  await play.say("Ask her.");
  const { attemptId } = play;
  await ground.database.attemptEvent.create({
    data: { attemptId, seq: 2, key: "by hand", payload: '{"type":"attempt.rewound","to":1}' },
  });
  const found = await findAttempt(ground.database, { attemptId, personId: ground.ana.id });
  expect(found?.kind).toBe("broken");
});

test("after its ending a practice goes on from the moment tried again, and ends anew", async () => {
  const play = await begun();
  await play.say("Shrug.");
  expect(await play.row()).toMatchObject({ outcome: "failed", openAs: null });
  await play.rewind({ seq: 2, to: 1 });
  expect(await play.row()).toMatchObject({ endedAt: null, ending: null, outcome: null });
  await play.say("Ask her.");
  await play.say("Promise.");
  expect(await play.row()).toMatchObject({ ending: "thanks", outcome: "passed", openAs: null });
});

test("a start leads to the practice that went back, unless another was begun since", async () => {
  const scenario = await ground.publish(twoMoments());
  const person = ground.ana;
  const start = () => startAttempt(ground.database, { person, scenario, mode: "practice" });
  const first = await Play.begin(ground, scenario, "practice");
  await first.say("Shrug.");
  await first.rewind({ seq: 2, to: 1 });
  expect(await start()).toEqual({ attemptId: first.attemptId, continued: true });
  await first.say("Shrug.");
  const second = await start();
  expect(second).toMatchObject({ continued: false });
  await first.rewind({ seq: 4, to: 1 });
  expect(await first.row()).toMatchObject({ endedAt: null, openAs: null });
  expect(await start()).toEqual({ attemptId: second.attemptId, continued: true });
  expect(await first.say("Ask her.")).toEqual({ kind: "recorded" });
});

test("the same way back sent again is known; with another moment under its key it is refused", async () => {
  const play = await begun();
  await play.say("Ask her.");
  const form = { seq: 2, to: 1, key: "back" };
  expect(await play.rewind(form)).toEqual({ kind: "recorded" });
  expect(await play.rewind(form)).toEqual({ kind: "recorded" });
  expect(await play.rewind({ ...form, to: 2 })).toMatchObject({ kind: "refused" });
  const choice = await play.value("Shrug.");
  expect(await play.send({ seq: 3, key: "back", choice })).toMatchObject({ kind: "refused" });
  expect(await play.events()).toHaveLength(3);
});

test.each([
  ["that was never answered", { seq: 2, to: 2 }, "not one of those"],
  ["before the first answer", { seq: 2, to: 0 }, "not one of those"],
  ["with a stale number", { seq: 1, to: 1 }, "in another window"],
  ["with a number to come", { seq: 9, to: 1 }, "has not come yet"],
])("a way back to a moment %s is refused", async (_, form, words) => {
  const play = await begun();
  await play.say("Ask her.");
  const refused = await play.rewind(form);
  expect(refused).toHaveProperty("sentence", expect.stringContaining(words));
  expect(await play.events()).toHaveLength(2);
});

test("of an answer and a way back sent at once from two windows one counts", async () => {
  const play = await begun();
  await play.say("Ask her.");
  const choice = await play.value("Forget.");
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      index % 2 === 0 ? play.rewind({ seq: 2, to: 1 }) : play.send({ seq: 2, choice }),
    ),
  );
  expect(outcomes.filter(({ kind }) => kind === "recorded")).toHaveLength(1);
  expect(await play.events()).toHaveLength(3);
});

test("a way back is one button's value; what has another shape is no form", () => {
  const read = (rewind: string) => readAnswerForm(aForm({ rewind }));
  expect(read("1.2.a-key")).toEqual({
    ok: true,
    value: { seq: 2, key: "a-key", given: { kind: "rewind", to: 1 } },
  });
  for (const wrong of ["", "1", "1.2", "1.2.", "-1.2.k", "1.x.k", `1.2.${"k".repeat(101)}`]) {
    expect(read(wrong).ok, wrong).toBe(false);
  }
});

function aForm(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test("somebody else's practice is not found, and does not go back", async () => {
  const play = await begun();
  await play.say("Ask her.");
  const { attemptId } = play;
  const form = { seq: 2, key: randomUUID(), given: { kind: "rewind", to: 1 } } as const;
  const outcome = await recordChoice(ground.database, { ...form, attemptId, person: ground.ben });
  expect(outcome).toEqual({ kind: "not-found" });
  expect(await play.events()).toHaveLength(2);
});
