import { afterAll, beforeAll, expect, test } from "vitest";
import { recordChoice } from "~/server/learning/attempt-choice.server";
import { twoMoments } from "tests/factories/two-moments";
import { aPlayground, Play, type Playground } from "tests/setup/playground";

let ground: Playground;
beforeAll(async () => {
  ground = await aPlayground();
});
afterAll(() => ground.close());

async function begun(mode: "practice" | "official" = "official"): Promise<Play> {
  return Play.begin(ground, await ground.publish(twoMoments()), mode);
}

test("a choice is appended with its scene, and the next moment stands", async () => {
  const play = await begun();
  expect(await play.say("Ask her.")).toEqual({ kind: "recorded" });
  const events = await play.events();
  expect(events.map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([
    { type: "attempt.started" },
    { type: "choice.made", scene: "opening", choice: "ask" },
  ]);
  expect((await play.look()).choices).toHaveLength(2);
});

test("somebody else's attempt and an unknown one look alike: not found", async () => {
  const play = await begun();
  const { seq, choices } = await play.look();
  const given = { kind: "choice", value: choices[0]?.value ?? "" } as const;
  const form = { seq, key: "a", given };
  const { attemptId } = play;
  const unknown = "00000000-0000-7000-8000-000000000000";
  for (const submission of [
    { ...form, attemptId, person: ground.ben },
    { ...form, attemptId: unknown, person: ground.ana },
  ]) {
    expect(await recordChoice(ground.database, submission)).toEqual({ kind: "not-found" });
  }
  expect(await play.events()).toHaveLength(1);
});

test("the same form sent again is known, and recorded once, also after going on", async () => {
  const play = await begun();
  const form = { seq: 1, key: "first", choice: await play.value("Ask her.") };
  expect(await play.send(form)).toEqual({ kind: "recorded" });
  expect(await play.send(form)).toEqual({ kind: "recorded" });
  await play.say("Promise.");
  expect(await play.send(form)).toEqual({ kind: "recorded" });
  expect(await play.events()).toHaveLength(3);
});

test("the same key with another choice is refused, and the first one counts", async () => {
  const play = await begun();
  const [ask, shrug] = [await play.value("Ask her."), await play.value("Shrug.")];
  await play.send({ seq: 1, key: "first", choice: ask });
  const refused = await play.send({ seq: 1, key: "first", choice: shrug });
  expect(refused).toMatchObject({ kind: "refused", attempt: { state: { seq: 2 } } });
  expect(refused).toHaveProperty("sentence", expect.stringContaining("another answer"));
  expect((await play.live()).state.answers[0]?.choice.id).toBe("ask");
});

test("the key of the start is nobody's to use", async () => {
  const play = await begun();
  const key = (await play.events())[0]?.key ?? "";
  const refused = await play.send({ seq: 1, key, choice: await play.value("Ask her.") });
  expect(refused.kind).toBe("refused");
});

test.each([
  ["stale", 1, "answered already"],
  ["future", 7, "has not come yet"],
])("a %s sequence number is refused with the present moment", async (_, seq, words) => {
  const play = await begun();
  const choice = await play.value("Ask her.");
  await play.say("Ask her.");
  const refused = await play.send({ seq, choice });
  expect(refused).toMatchObject({ kind: "refused", attempt: { state: { seq: 2 } } });
  expect(refused).toHaveProperty("sentence", expect.stringContaining(words));
  expect(await play.events()).toHaveLength(2);
});

test("a choice that is not on offer is refused: hidden, of another moment, or invented", async () => {
  const play = await begun();
  const other = await begun("practice");
  await other.say("Ask her.");
  const { choiceValue } = await import("~/server/learning/attempt-choice.server");
  for (const choice of [
    choiceValue(play.attemptId, "opening", "hidden"),
    choiceValue(play.attemptId, "second", "promise"),
    await other.value("Promise."),
    "ask",
    "000000000000",
  ]) {
    const refused = await play.send({ seq: 1, choice });
    expect(refused).toMatchObject({ kind: "refused", attempt: { state: { seq: 1 } } });
    expect(refused).toHaveProperty("sentence", expect.stringContaining("not one of those"));
  }
  expect(await play.events()).toHaveLength(1);
});

test("after the end nothing more is recorded", async () => {
  const play = await begun();
  const choice = await play.value("Ask her.");
  await play.say("Shrug.");
  for (const seq of [1, 2]) {
    const refused = await play.send({ seq, choice });
    expect(refused).toHaveProperty("sentence", expect.stringContaining("ended already"));
  }
  expect(await play.events()).toHaveLength(2);
});

test("of 100 forms sent at once for one moment one is recorded, and the others are told", async () => {
  const play = await begun();
  const values = [await play.value("Ask her."), await play.value("Shrug.")];
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      play.send({ seq: 1, key: `key-${String(index)}`, choice: values[index % 2] ?? "" }),
    ),
  );
  expect(outcomes.filter(({ kind }) => kind === "recorded")).toHaveLength(1);
  const refused = outcomes.filter((outcome) => outcome.kind === "refused");
  expect(refused).toHaveLength(99);
  expect(refused.every(({ sentence }) => /answered already|ended already/.test(sentence))).toBe(
    true,
  );
  expect(refused.every(({ attempt }) => attempt.state.seq === 2)).toBe(true);
  expect(await play.events()).toHaveLength(2);
});

test("one form delivered 100 times at once is recorded once, and everyone hears that it is", async () => {
  const play = await begun();
  const form = { seq: 1, key: "clicked", choice: await play.value("Ask her.") };
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => play.send(form)));
  expect(outcomes.every(({ kind }) => kind === "recorded")).toBe(true);
  expect(await play.events()).toHaveLength(2);
});

test("100 deliveries of the last answer end the attempt once", async () => {
  const play = await begun("practice");
  await play.say("Ask her.");
  const promise = await play.value("Promise.");
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      play.send({ seq: 2, key: `key-${String(index % 3)}`, choice: promise }),
    ),
  );
  expect(outcomes.filter(({ kind }) => kind === "recorded").length).toBeGreaterThanOrEqual(33);
  expect(await play.events()).toHaveLength(3);
  expect(await play.row()).toMatchObject({ ending: "thanks", outcome: "passed", openAs: null });
});
