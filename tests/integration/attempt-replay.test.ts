import { afterAll, beforeAll, expect, test } from "vitest";
import { loadContent } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { replayOf } from "~/server/learning/attempt-replay.server";
import { aScene, aChoice, prose } from "tests/factories/scenario";
import { twoMoments } from "tests/factories/two-moments";
import { withoutTriggers } from "tests/setup/database";
import { aPlayground, Play, type Playground } from "tests/setup/playground";
import { call, cookieOf, type Handler } from "tests/setup/request";

let ground: Playground;
let cookie: string;
let step: { loader: Handler };
beforeAll(async () => {
  ground = await aPlayground();
  process.env["SESSION_SECRET"] = "a secret for tests, and only for tests";
  cookie = await cookieOf(ground.database, ground.ana.id);
  await loadContent();
  step = await import("~/routes/attempts.$id_.replay_.$moment");
});
afterAll(async () => {
  await db().$disconnect();
  await ground.close();
});

async function begun(mode: "practice" | "official" = "practice"): Promise<Play> {
  return Play.begin(ground, await ground.publish(twoMoments()), mode);
}

const vocabulary = [
  { tag: "listening", name: "Listening", rule: "", signs: [], counterExamples: [] },
] as unknown as Parameters<typeof replayOf>[1];

async function replayed(play: Play) {
  return replayOf(await play.live(), vocabulary);
}

function at(play: Play, moment: string, as = cookie) {
  const path = `/attempts/${play.attemptId}/replay/${moment}`;
  return call(step.loader, { path, params: { id: play.attemptId, moment } }, as);
}

test("every moment has an address; what is no moment is not found", async () => {
  const play = await begun();
  await play.say("Ask her.");
  await play.say("Promise.");
  expect(await (await at(play, "2")).json()).toMatchObject({
    moment: { number: 2, ending: { title: "She thanks you" } },
    moments: [{ number: 1 }, { number: 2 }],
  });
  for (const moment of ["0", "3", "01", "1.0", "-1", "x", ""]) {
    expect((await at(play, moment)).status, moment).toBe(404);
  }
  const ben = await cookieOf(ground.database, ground.ben.id);
  expect((await at(play, "1", ben)).status).toBe(404);
});

test("the address of a moment stays its own when the practice goes back and on", async () => {
  const play = await begun();
  await play.say("Ask her.");
  const before = (await replayed(play)).moments[0];
  await play.rewind({ seq: 2, to: 1 });
  await play.say("Shrug.");
  const { moments } = await replayed(play);
  expect(moments[0]).toMatchObject({ number: 1, seq: before?.seq, said: before?.said });
});

test("a way that was left is shown as such, with its ending, and what was tried again is named", async () => {
  const play = await begun();
  await play.say("Shrug.");
  await play.rewind({ seq: 2, to: 1 });
  await play.say("Ask her.");
  await play.say("Promise.");
  const { moments, result } = await replayed(play);
  expect(moments).toMatchObject([
    { number: 1, left: true, again: null, ending: { title: "She leaves" }, missed: ["Listening"] },
    { number: 2, left: false, again: 1, ending: null, shown: ["Listening"] },
    { number: 3, left: false, again: null, ending: { title: "She thanks you" } },
  ]);
  expect(result).toMatchObject({ passed: true, behaviours: [{ shown: 2, offered: 2 }] });
});

test("an ending names the person it was for, in the mood of the way that led there", async () => {
  const scenario = twoMoments({
    scenes: [
      aScene({
        choices: [
          aChoice({ id: "ask", text: prose("Ask her."), target: "thanks" }),
          aChoice({ id: "shrug", text: prose("Shrug."), consequence: [], target: "leaves" }),
        ],
      }),
    ],
  });
  const play = await Play.begin(ground, await ground.publish(scenario), "practice");
  await play.say("Shrug.");
  await play.rewind({ seq: 2, to: 1 });
  await play.say("Ask her.");
  const { moments } = await replayed(play);
  const rosa = { name: "Rosa Almeida" };
  expect(moments).toMatchObject([
    { left: true, ending: { person: { speaker: rosa, mood: "worried" } } },
    { left: false, ending: { person: { speaker: rosa, mood: "hopeful" } } },
  ]);
});

test("a miss that a later moment repaired says so, and is none to try", async () => {
  const scenario = twoMoments({
    scenes: [
      aScene({
        choices: [
          aChoice({ id: "ask", text: prose("Ask her."), target: "second" }),
          aChoice({ id: "shrug", text: prose("Shrug."), shows: [], target: "second" }),
        ],
      }),
      aScene({
        id: "second",
        repairs: ["opening"],
        choices: [aChoice({ id: "promise", text: prose("Promise.") })],
      }),
    ],
  });
  const play = await Play.begin(ground, await ground.publish(scenario), "official");
  await play.say("Shrug.");
  expect((await replayed(play)).moments).toMatchObject([{ missed: [], repaired: [], notSaid: [] }]);
  await play.say("Promise.");
  expect((await replayed(play)).moments).toMatchObject([
    { missed: [], repaired: ["Listening"] },
    { shown: ["Listening"], repaired: [] },
  ]);
});

test.each(["practice", "official"] as const)(
  "in an unfinished %s nothing is told of answers not taken or of moments not reached",
  async (mode) => {
    const play = await begun(mode);
    await play.say("Ask her.");
    const text = await (await at(play, "1")).text();
    for (const word of ["Shrug", "Hidden", "Promise", "Forget", "She thanks", "She leaves"]) {
      expect(text).not.toContain(word);
    }
    expect(text.includes("She heard that you heard")).toBe(mode === "practice");
  },
);

test("the time taken counts from the answer before, and after going back from there", async () => {
  const play = await begun();
  await play.say("Ask her.");
  await play.rewind({ seq: 2, to: 1 });
  await play.say("Shrug.");
  const { attemptId } = play;
  const seconds = [0, 7, 60, 65];
  await withoutTriggers(ground.database);
  for (const [seq, second] of seconds.entries()) {
    await ground.database.attemptEvent.update({
      where: { attemptId_seq: { attemptId, seq } },
      data: { at: new Date(Date.UTC(2026, 0, 5, 10, 0, second)) },
    });
  }
  expect((await replayed(play)).moments.map((moment) => moment.seconds)).toEqual([7, 5]);
});
