import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scenario, Scene } from "~/core/scenario/definition";
import { longestReply, readAnswerForm, typedIn } from "~/server/learning/attempt-form.server";
import { aChoice, aScene, prose, somewhere } from "tests/factories/scenario";
import { twoMoments } from "tests/factories/two-moments";
import { withoutTriggers } from "tests/setup/database";
import { aPlayground, Play, type Playground } from "tests/setup/playground";

let ground: Playground;
beforeAll(async () => {
  ground = await aPlayground();
});
afterAll(() => ground.close());

/** Opens with a moment that takes typed words, and nothing else. */
function typed(): Scenario {
  const row = (id: string, phrases: readonly string[], shows: readonly string[]) => ({
    ...aChoice({ id, text: prose(`The row ${id}`), shows: [...shows], target: "second" }),
    phrases,
    unless: [],
  });
  const rows = [row("sorry", ["sorry"], ["listening"]), row("otherwise", [], [])];
  const opening: Scene = {
    ...aScene({ choices: [] }),
    reply: { prompt: "What do you say?", rows, at: somewhere },
  };
  const { scenes, ...rest } = twoMoments();
  return { ...rest, scenes: [opening, ...scenes.slice(1)] };
}

function begin(mode: "practice" | "official" = "official") {
  return ground.publish(typed()).then((scenario) => Play.begin(ground, scenario, mode));
}

test("words of one's own are recorded with the row that they matched, and shown as typed", async () => {
  const play = await begin();
  expect(await play.look()).toMatchObject({ choices: [], reply: { prompt: "What do you say?" } });
  const words = "I am sorry, that was us.";
  expect(await play.write({ seq: 1, words })).toEqual({ kind: "recorded" });
  const [, event] = await play.events();
  expect(JSON.parse(event?.payload ?? "")).toMatchObject({
    type: "reply.typed",
    row: "sorry",
    words,
  });
  const view = await play.look();
  expect(view.before.at(-1)).toEqual({ kind: "answered", seq: 1, text: prose(words) });
  expect(JSON.stringify(view)).not.toContain("The row");
  await play.say("Promise.");
  expect((await play.look()).result?.moments[0]).toMatchObject({
    said: prose(words),
    shown: ["listening"],
  });
});

test("the same words with the same key are known; other words with that key are refused", async () => {
  const play = await begin();
  await play.write({ seq: 1, words: "Hello.", key: "first" });
  expect((await play.write({ seq: 1, words: "Hello.", key: "first" })).kind).toBe("recorded");
  expect((await play.write({ seq: 1, words: "Bye.", key: "first" })).kind).toBe("refused");
  expect((await play.send({ seq: 1, choice: "Hello.", key: "first" })).kind).toBe("refused");
  expect(await play.events()).toHaveLength(2);
});

test("words are refused where only choices are on offer, and choices where words are wanted", async () => {
  const play = await begin();
  expect((await play.send({ seq: 1, choice: "000000000000" })).kind).toBe("refused");
  await play.write({ seq: 1, words: "Hello." });
  expect((await play.write({ seq: 2, words: "Hello." })).kind).toBe("refused");
  expect(await play.events()).toHaveLength(2);
});

test("an attempt replays when the words were erased, and shows none", async () => {
  const play = await begin();
  await play.write({ seq: 1, words: "I am sorry.", key: "first" });
  const [, event] = await play.events();
  const payload = JSON.stringify({ ...(JSON.parse(event?.payload ?? "") as object), words: null });
  await withoutTriggers(ground.database);
  await ground.database.attemptEvent.updateMany({
    where: { attemptId: play.attemptId, seq: 1 },
    data: { payload },
  });
  expect((await play.live()).state.seq).toBe(2);
  expect(JSON.stringify(await play.look())).not.toContain("sorry.");
  expect((await play.write({ seq: 1, words: "I am sorry.", key: "first" })).kind).toBe("recorded");
});

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ seq: "1", key: "k", ...fields })) {
    data.append(name, value);
  }
  return data;
}

test("a reply that is empty or far too long is refused, and what was typed is kept", () => {
  expect(readAnswerForm(form({ reply: "  " })).ok).toBe(false);
  const long = form({ reply: "x".repeat(longestReply + 1) });
  expect(readAnswerForm(long).ok).toBe(false);
  expect(typedIn(long)).toHaveLength(longestReply + 1);
  expect(readAnswerForm(form({ reply: " Hello.\r\n" }))).toMatchObject({
    value: { given: { kind: "reply", words: "Hello." } },
  });
});

test("a variable that is drawn has its value in the log, and differs between attempts", async () => {
  const scenario = twoMoments({
    variables: [
      { type: "boolean", name: "promised", start: false, at: somewhere },
      { type: "integer", name: "table", min: 1, max: 50, start: 1, drawn: true, at: somewhere },
    ],
  });
  const published = await ground.publish(scenario);
  const draws = new Set<unknown>();
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const play = await Play.begin(ground, published, "practice");
    const [first] = await play.events();
    const { draws: drawn } = JSON.parse(first?.payload ?? "") as { draws: { table: number } };
    expect(Object.keys(drawn)).toEqual(["table"]);
    expect((await play.live()).state.play.values["table"]).toBe(drawn.table);
    draws.add(drawn.table);
    await play.say("Ask her.");
  }
  expect(draws.size).toBeGreaterThan(1);
});
