import { createClient } from "@libsql/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadContent } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { aCompletion } from "tests/factories/a-completion";
import { twoMoments } from "tests/factories/two-moments";
import { setPragma, withoutTriggers } from "tests/setup/database";
import { aPlayground, Play, type Playground } from "tests/setup/playground";
import { call, cookieOf, type Handler } from "tests/setup/request";

let ground: Playground;
let cookie: string;
let attempt: { loader: Handler; action: Handler };
let replay: { loader: Handler };
let briefing: { loader: Handler; action: Handler };
let library: { loader: Handler };
beforeAll(async () => {
  ground = await aPlayground();
  process.env["SESSION_SECRET"] = "a secret for tests, and only for tests";
  cookie = await cookieOf(ground.database, ground.ana.id);
  await loadContent();
  attempt = await import("~/routes/attempts.$id");
  replay = await import("~/routes/attempts.$id_.replay");
  briefing = await import("~/routes/scenarios.$slug");
  library = await import("~/routes/scenarios._index");
});
afterAll(async () => {
  await db().$disconnect();
  await ground.close();
});

async function begun(): Promise<Play> {
  return Play.begin(ground, await ground.publish(twoMoments()));
}

function send(play: Play, form: Record<string, string> | URLSearchParams, as = cookie) {
  const path = `/attempts/${play.attemptId}`;
  return call(attempt.action, { path, params: { id: play.attemptId }, form }, as);
}

async function goodForm(play: Play) {
  return { seq: "1", key: "sent", choice: await play.value("Ask her.") };
}

interface Refusal {
  readonly sentence: string;
  readonly view: { readonly seq: number; readonly key: string; readonly choices: unknown[] };
}
const read = async (response: Response) => (await response.json()) as Refusal;

test("a choice is answered with 303 to the present moment, also when it is sent again", async () => {
  const play = await begun();
  const form = await goodForm(play);
  for (const delivery of ["first", "second"]) {
    const answer = await send(play, form);
    expect(answer.status, delivery).toBe(303);
    expect(answer.headers.get("location")).toBe(`/attempts/${play.attemptId}`);
  }
  expect(await play.events()).toHaveLength(2);
});

test("a choice that cannot count is answered with 409, a sentence and the present moment", async () => {
  const play = await begun();
  const form = await goodForm(play);
  await send(play, form);
  const cases = [
    { ...form, choice: "000000000000" },
    { ...form, key: "other" },
    { ...form, key: "other", seq: "99" },
    { ...form, key: "other", seq: "2" },
  ];
  for (const wrong of cases) {
    const answer = await send(play, wrong);
    expect(answer.status).toBe(409);
    const { sentence, view } = await read(answer);
    expect(sentence).toMatch(/\.$/);
    expect(view).toMatchObject({ seq: 2, choices: [{}, {}] });
  }
  expect(await play.events()).toHaveLength(2);
});

test("a form that is not whole is answered with 400, a sentence and the present moment", async () => {
  const play = await begun();
  const { seq, key, choice } = await goodForm(play);
  const twice = new URLSearchParams({ seq, key, choice });
  twice.append("choice", choice);
  const cases = [
    {},
    { seq, key },
    { seq, choice },
    { key, choice },
    { seq: "one", key, choice },
    { seq: "-1", key, choice },
    { seq: "1.5", key, choice },
    { seq: "9".repeat(40), key, choice },
    { seq, key: "k".repeat(5000), choice },
    { seq, key, choice: "c".repeat(5000) },
    twice,
  ];
  for (const form of cases) {
    const answer = await send(play, form);
    expect(answer.status).toBe(400);
    const { sentence, view } = await read(answer);
    expect(sentence).toMatch(/\.$/);
    expect(view).toMatchObject({ seq: 1, choices: [{}, {}] });
  }
  const path = `/attempts/${play.attemptId}`;
  const noForm = { path, params: { id: play.attemptId }, body: "{" };
  expect((await call(attempt.action, noForm, cookie)).status).toBe(400);
  expect(await play.events()).toHaveLength(1);
});

test("somebody else's attempt is not found: to read, to answer, to replay", async () => {
  const play = await begun();
  const ben = await cookieOf(ground.database, ground.ben.id);
  for (const id of [play.attemptId, "no-such-attempt", "%00"]) {
    const there = { path: `/attempts/${id}`, params: { id } };
    expect((await call(attempt.loader, there, ben)).status).toBe(404);
    expect((await call(replay.loader, there, ben)).status).toBe(404);
    const form = { ...(await goodForm(play)) };
    expect((await call(attempt.action, { ...there, form }, ben)).status).toBe(404);
    expect((await call(attempt.action, { ...there, form: {} }, ben)).status).toBe(404);
  }
  expect(await play.events()).toHaveLength(1);
});

test("a sign-in that ran out leads to signing in and back to the very moment", async () => {
  const play = await begun();
  const path = `/attempts/${play.attemptId}`;
  const form = await goodForm(play);
  const answer = await call(attempt.action, { path, params: { id: play.attemptId }, form }, null);
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toBe(`/login?next=${encodeURIComponent(path)}&sent=lost`);
  expect(await play.events()).toHaveLength(1);
});

test("an attempt that does not replay has a plain page, and stays", async () => {
  const play = await begun();
  const form = await goodForm(play);
  const { attemptId } = play;
  await withoutTriggers(ground.database);
  await ground.database.attemptEvent.updateMany({ where: { attemptId }, data: { payload: "x" } });
  const there = { path: `/attempts/${attemptId}`, params: { id: attemptId } };
  const page = await call(attempt.loader, there, cookie);
  expect(page.status).toBe(200);
  expect(await page.json()).toMatchObject({ view: null, mode: "official" });
  expect((await send(play, form)).status).toBe(303);
  expect((await send(play, {})).status).toBe(303);
  expect((await call(replay.loader, there, cookie)).headers.get("location")).toBe(there.path);
  expect(await play.events()).toHaveLength(1);
});

test("a replay tells what was said, chosen, felt and scored, with times", async () => {
  const play = await begun();
  await play.say("Ask her.");
  const there = { path: "/", params: { id: play.attemptId } };
  const during: unknown = await (await call(replay.loader, there, cookie)).json();
  expect(during).toMatchObject({
    replay: {
      result: null,
      moments: [{ seq: 1, notSaid: [], shown: [], missed: [], feedback: [] }],
    },
  });
  await play.say("Promise.");
  const after: unknown = await (await call(replay.loader, there, cookie)).json();
  expect(after).toMatchObject({
    replay: {
      result: { passed: true },
      moments: [
        { seq: 1, notSaid: [{}], shown: ["Listening"], feedback: [[{}]] },
        { seq: 2, at: expect.stringMatching(/^\d{4}-.*Z$/) as string },
      ],
    },
  });
});

test("a start without a mode that there is, is answered with 400 and a sentence", async () => {
  const there = { path: "/scenarios/the-third-text", params: { slug: "the-third-text" } };
  for (const form of [{}, { mode: "" }, { mode: "cheat" }]) {
    const answer = await call(briefing.action, { ...there, form }, cookie);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      problem: expect.stringContaining("practice") as string,
    });
  }
  const body = { ...there, body: "{" };
  expect((await call(briefing.action, body, cookie)).status).toBe(400);
  const unknown = { path: "/scenarios/none", params: { slug: "none" } };
  expect(
    (await call(briefing.action, { ...unknown, form: { mode: "practice" } }, cookie)).status,
  ).toBe(404);
  expect((await call(briefing.loader, unknown, cookie)).status).toBe(404);
});

test("a briefing says whether the role-play is complete, which another run does not change", async () => {
  const slug = "bin-day";
  const done = async () => {
    const page = await call(
      briefing.loader,
      { path: `/scenarios/${slug}`, params: { slug } },
      cookie,
    );
    return ((await page.json()) as { official: { done: boolean } }).official.done;
  };
  expect(await done()).toBe(false);
  await aCompletion(ground.database, { personId: ground.ana.id, kind: "scenario", slug });
  expect(await done()).toBe(true);
});

test("a start leads to the attempt, and a second start to the same one", async () => {
  const there = { path: "/scenarios/the-third-text", params: { slug: "the-third-text" } };
  const start = () => call(briefing.action, { ...there, form: { mode: "official" } }, cookie);
  const [first, second] = [await start(), await start()];
  expect(first.status).toBe(303);
  expect(first.headers.get("location")).toMatch(/^\/attempts\//);
  expect(second.headers.get("location")).toBe(first.headers.get("location"));
  const page: unknown = await (
    await call(library.loader, { path: "/scenarios", params: {} }, cookie)
  ).json();
  expect(page).toHaveProperty("groups.0", {
    id: "begun",
    items: [expect.objectContaining({ to: "/scenarios/the-third-text", standing: "begun" })],
  });
});

test("an attempt at a role-play that is not on offer any more can be finished", async () => {
  const play = await begun();
  const page: unknown = await (
    await call(library.loader, { path: "/scenarios", params: {} }, cookie)
  ).json();
  expect(page).toHaveProperty(
    "openElsewhere",
    expect.arrayContaining([{ attemptId: play.attemptId, title: "The lost parcel" }]),
  );
});

test("where the database cannot be written, the answer is 503, and the same form counts afterwards", async () => {
  const play = await begun();
  const form = await goodForm(play);
  await setPragma(db(), "query_only = 1");
  const readOnly = await send(play, form);
  // The connection that failed was given up, and the setting with it.
  await setPragma(db(), "query_only = 1");
  const started = await call(
    briefing.action,
    { path: "/", params: { slug: "no-cot-tonight" }, form: { mode: "practice" } },
    cookie,
  );
  await setPragma(db(), "query_only = 0");
  expect(started.status).toBe(503);
  expect(await started.json()).toMatchObject({
    problem: expect.stringContaining("not saved") as string,
  });
  expect(readOnly.status).toBe(503);
  const { sentence, view } = await read(readOnly);
  expect(sentence).toContain("not saved");
  expect(view).toMatchObject({ seq: 1, key: form.key });

  await setPragma(db(), "busy_timeout = 20");
  const other = createClient({ url: ground.url });
  const held = await other.transaction("write");
  const locked = await send(play, form);
  await held.rollback();
  other.close();
  expect(locked.status).toBe(503);
  expect(await read(locked)).toMatchObject({ view: { seq: 1, key: form.key } });
  expect(await play.events()).toHaveLength(1);
  expect((await send(play, form)).status).toBe(303);
  expect(await play.events()).toHaveLength(2);
});
