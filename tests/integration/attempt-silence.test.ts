/** Moments that do not wait: the page says that time ran out, and the server's clock decides. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TimeSetting } from "~/core/scenario/attempt";
import { loadContent } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { readAnswerForm } from "~/server/learning/attempt-form.server";
import { replayOf } from "~/server/learning/attempt-replay.server";
import { startAttempt } from "~/server/learning/attempt-start.server";
import { lastTimeSetting } from "~/server/learning/attempt-time.server";
import { listOwnAttempts } from "~/server/learning/own-record.server";
import { aChoice, aScene, prose } from "tests/factories/scenario";
import { twoMoments } from "tests/factories/two-moments";
import { aPlayground, Play, type Playground } from "tests/setup/playground";
import { call, cookieOf } from "tests/setup/request";

let ground: Playground;
beforeAll(async () => {
  ground = await aPlayground();
  process.env["SESSION_SECRET"] = "a secret for tests, and only for tests";
  await loadContent();
});
afterAll(async () => {
  await db().$disconnect();
  await ground.close();
});

/** Its first moment gives 20 seconds; saying nothing leads to the second; one choice is a detour. */
function aTimedScenario() {
  const { scenes, ...rest } = twoMoments();
  const silence = aChoice({
    id: "silence",
    text: prose("You say nothing."),
    shows: [],
    target: "second",
  });
  const [opening, ...others] = scenes;
  if (!opening) throw new Error("It has a first moment.");
  const detour = aChoice({ id: "look", text: prose("Look it up."), shows: [], target: "aside" });
  const back = aChoice({ id: "back", text: prose("Come back."), shows: [], target: "return" });
  return {
    ...rest,
    scenes: [
      { ...opening, choices: [...opening.choices, detour], timed: { seconds: 20, silence } },
      ...others,
      aScene({ id: "aside", interlude: true, choices: [back] }),
    ],
  };
}

async function begun(time: TimeSetting, person = ground.ana): Promise<Play> {
  const scenario = await ground.publish(aTimedScenario());
  return Play.begin(ground, scenario, "official", person, time);
}

test("the first event says how the run is timed, and so do page, replay and record", async () => {
  for (const time of ["stated", "tenfold", "none"] as const) {
    const play = await begun(time);
    expect(JSON.parse((await play.events())[0]?.payload ?? "")).toMatchObject({ time });
    expect((await play.look()).time).toBe(time);
    expect(replayOf(await play.live(), []).time).toBe(time);
    const {
      runs: [latest],
    } = await listOwnAttempts(ground.database, ground.ana.id);
    expect(latest).toMatchObject({ id: play.attemptId, time });
  }
  const untimed = await Play.begin(ground, await ground.publish(twoMoments()));
  expect((await untimed.events())[0]?.payload).toBe('{"type":"attempt.started"}');
  expect(await untimed.look()).toMatchObject({ time: null, clock: null });
});

test("silence is refused before the time has passed by the server's clock, with what is left", async () => {
  const play = await begun("stated");
  await play.letPass(12);
  const refused = await play.pass({ seq: 1 });
  if (refused.kind !== "refused") throw new Error(refused.kind);
  expect(refused.sentence).toMatch(/^The moment has not passed yet: you have [78] seconds more/);
  expect((await play.look()).clock?.left).toBeCloseTo(8, 0);
  await play.letPass(8);
  expect(await play.pass({ seq: 1 })).toEqual({ kind: "recorded" });
  const { before, consequence, clock } = await play.look();
  expect(before.at(-1)).toMatchObject({ kind: "answered", text: prose("You say nothing.") });
  expect(consequence).toHaveLength(1);
  expect(clock).toBeNull();
});

test("the time of those who asked for ten times as much is ten times as long", async () => {
  const play = await begun("tenfold");
  await play.letPass(150);
  expect((await play.pass({ seq: 1 })).kind).toBe("refused");
  expect((await play.look()).clock).toMatchObject({ seconds: 200, decides: false });
  await play.letPass(50);
  expect((await play.pass({ seq: 1 })).kind).toBe("recorded");
});

test("without a clock a moment waits, and may be let pass at once", async () => {
  const play = await begun("none");
  await play.letPass(100_000);
  expect((await play.look()).clock).toMatchObject({ seconds: null, left: 0, canPass: true });
  expect((await play.pass({ seq: 1 })).kind).toBe("recorded");
});

test("nothing ends a moment by itself, and a late answer counts like any other", async () => {
  const play = await begun("stated");
  await play.letPass(90_000);
  expect(await play.events()).toHaveLength(1);
  expect((await play.look()).clock).toMatchObject({ left: 0 });
  expect((await play.say("Ask her.")).kind).toBe("recorded");
  expect((await play.live()).state.answers[0]?.kind).toBe("choice");
});

test("silence sent twice with one key counts once, and another answer with that key is refused", async () => {
  const play = await begun("stated");
  const choice = await play.value("Ask her.");
  await play.letPass(20);
  for (let delivery = 0; delivery < 2; delivery += 1) {
    expect(await play.pass({ seq: 1, key: "one" })).toEqual({ kind: "recorded" });
  }
  expect((await play.send({ seq: 1, key: "one", choice })).kind).toBe("refused");
  expect(await play.events()).toHaveLength(2);
});

test("where one window answers and the other runs out of time, one of the two counts", async () => {
  for (let race = 0; race < 8; race += 1) {
    const play = await begun("stated");
    const choice = await play.value("Ask her.");
    await play.letPass(20);
    const [answer, silence] = await Promise.all([
      play.send({ seq: 1, choice }),
      play.pass({ seq: 1 }),
    ]);
    expect([answer.kind, silence.kind].sort()).toEqual(["recorded", "refused"]);
    expect(await play.events()).toHaveLength(2);
  }
});

test("a detour restarts no time, and is left by an answer alone", async () => {
  const play = await begun("stated");
  await play.letPass(15);
  await play.say("Look it up.");
  const away = await play.look();
  expect(away.clock).toMatchObject({ canPass: false });
  expect(away.clock?.left).toBeLessThanOrEqual(5);
  expect((await play.pass({ seq: 2 })).kind).toBe("refused");
  await play.say("Come back.");
  expect((await play.look()).clock?.left).toBeLessThanOrEqual(5);
  await play.letPass(5);
  expect((await play.pass({ seq: 3 })).kind).toBe("recorded");
});

test("a moment without a clock refuses silence with a sentence", async () => {
  const play = await begun("none");
  await play.pass({ seq: 1 });
  const refused = await play.pass({ seq: 2 });
  expect(refused).toMatchObject({
    kind: "refused",
    sentence: expect.stringMatching(/waits/) as string,
  });
});

test("over HTTP: 409 with the present moment while time is left, 303 once it has passed", async () => {
  const route = await import("~/routes/attempts.$id");
  const cookie = await cookieOf(ground.database, ground.ana.id);
  const play = await begun("stated");
  const form = { seq: "1", key: "sent", silence: "yes" };
  const path = `/attempts/${play.attemptId}`;
  const send = () => call(route.action, { path, params: { id: play.attemptId }, form }, cookie);
  const early = await send();
  expect(early.status).toBe(409);
  expect(await early.json()).toMatchObject({
    sentence: expect.stringContaining("seconds more") as string,
    view: { seq: 1, clock: { seconds: 20 } },
  });
  await play.letPass(20);
  expect((await send()).status).toBe(303);
  expect((await send()).status).toBe(303);
  expect(await play.events()).toHaveLength(2);
});

test("what was chosen last is suggested, and holds where a start does not say", async () => {
  const { database, ben: person } = ground;
  const scenario = await ground.publish(aTimedScenario());
  const start = (time?: TimeSetting) =>
    startAttempt(database, { person, scenario, mode: "practice", anew: true, time });
  const timeOf = async ({ attemptId }: { attemptId: string }) =>
    (await listOwnAttempts(database, person.id)).runs.find(({ id }) => id === attemptId)?.time;
  expect(await lastTimeSetting(database, person.id)).toBeNull();
  expect(await timeOf(await start())).toBe("none");
  await start("tenfold");
  expect(await lastTimeSetting(database, person.id)).toBe("tenfold");
  expect(await timeOf(await start())).toBe("tenfold");
});

test("practice begins anew where the clock is to run otherwise; an official run goes on as it is", async () => {
  const { database, ben: person } = ground;
  const scenario = await ground.publish(aTimedScenario());
  for (const [mode, continued] of [
    ["practice", false],
    ["official", true],
  ] as const) {
    const first = await startAttempt(database, { person, scenario, mode, time: "stated" });
    expect(await startAttempt(database, { person, scenario, mode, time: "stated" })).toEqual({
      ...first,
      continued: true,
    });
    const other = await startAttempt(database, { person, scenario, mode, time: "none" });
    expect(other.continued).toBe(continued);
  }
});

test("a form that says nothing in time needs no words", () => {
  const form = new FormData();
  for (const [name, value] of [
    ["seq", "1"],
    ["key", "k"],
    ["silence", "yes"],
  ] as const) {
    form.append(name, value);
  }
  expect(readAnswerForm(form)).toEqual({
    ok: true,
    value: { seq: 1, key: "k", given: { kind: "silence" } },
  });
});
