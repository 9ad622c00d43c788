import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { SharingPanel, type SharingPanelProps } from "~/components/scenario/sharing-panel";
import { noSettings } from "~/core/course/official-runs";
import type { Scenario } from "~/core/scenario/definition";
import { loadContent } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { startAttempt } from "~/server/learning/attempt-start.server";
import { anAccount } from "tests/factories/an-account";
import { aChoice, aScene, prose } from "tests/factories/scenario";
import { twoMoments } from "tests/factories/two-moments";
import { pageHtml } from "tests/setup/page-html";
import { aPlayground, Play, type Playground } from "tests/setup/playground";
import { call, cookieOf, type Handler } from "tests/setup/request";

let ground: Playground;
let replay: { loader: Handler; action: Handler };
let step: { loader: Handler };
let list: { loader: Handler };
let teamPerson: { loader: Handler };
beforeAll(async () => {
  ground = await aPlayground();
  process.env["SESSION_SECRET"] = "a secret for tests, and only for tests";
  await loadContent();
  replay = await import("~/routes/attempts.$id_.replay");
  step = await import("~/routes/attempts.$id_.replay_.$moment");
  list = await import("~/routes/shared-runs");
  teamPerson = await import("~/routes/team_.$person");
});
afterAll(async () => {
  await db().$disconnect();
  await ground.close();
});

type Account = Awaited<ReturnType<typeof anAccount>>;
const cookies = new Map<string, string>();
async function cookie({ id }: { readonly id: string }): Promise<string> {
  const known = cookies.get(id) ?? (await cookieOf(ground.database, id));
  cookies.set(id, known);
  return known;
}

let owner: Account;
let manager: Account;
let trainer: Account;
let others: Record<string, Account>;
beforeEach(async () => {
  const add = (given: Parameters<typeof anAccount>[1]) => anAccount(ground.database, given);
  manager = await add({ roles: ["manager"] });
  owner = await add({ managerEmail: manager.email });
  trainer = await add({ roles: ["trainer"] });
  others = {
    "another learner": await add({}),
    "a manager of somebody else": await add({ roles: ["manager"] }),
    "an administrator": await add({ roles: ["admin"] }),
  };
});

/** A moment that takes typed words, then one that ends it. */
function typed(): Scenario {
  const row = aChoice({ id: "row", text: prose("In your own words."), target: "second" });
  const reply = { prompt: "What do you say?", rows: [{ ...row, phrases: [], unless: [] }] };
  return twoMoments({
    scenes: [
      aScene({ choices: [], reply } as unknown as Parameters<typeof aScene>[0]),
      aScene({ id: "second", choices: [aChoice({ id: "promise", text: prose("Promise.") })] }),
    ],
  });
}

async function played(mode: "practice" | "official", scenario = twoMoments()): Promise<Play> {
  const play = await Play.begin(ground, await ground.publish(scenario), mode, owner);
  if (scenario.scenes[0]?.reply) await play.write({ seq: 1, words: "My very own words" });
  else await play.say("Ask her.");
  await play.say("Promise.");
  return play;
}

async function sees(who: Account, play: Play): Promise<boolean> {
  const as = await cookie(who);
  const params = { id: play.attemptId, moment: "1" };
  const statuses = await Promise.all(
    [replay.loader, step.loader].map(
      async (loader) => (await call(loader, { path: "/", params }, as)).status,
    ),
  );
  expect([
    [200, 200],
    [404, 404],
  ]).toContainEqual(statuses);
  return statuses[0] === 200;
}

async function send(play: Play, form: Record<string, string>, who: Account = owner) {
  const path = `/attempts/${play.attemptId}/replay`;
  return call(replay.action, { path, params: { id: play.attemptId }, form }, await cookie(who));
}

const share = (play: Play, audience: string, more: Record<string, string> = {}) =>
  send(play, { audience, sharing: "share", ...more });
const takeBack = (play: Play, audience: string) => send(play, { audience, sharing: "take-back" });

async function seenBy(play: Play): Promise<string[]> {
  const everyone = { manager, trainer, ...others };
  const seen: string[] = [];
  for (const [name, who] of Object.entries(everyone)) if (await sees(who, play)) seen.push(name);
  return seen;
}

test.each(["practice", "official"] as const)(
  "a %s run is its owner's; shared it is seen by whom it is shared with, until it is taken back",
  async (mode) => {
    const play = await played(mode);
    expect(await sees(owner, play)).toBe(true);
    expect(await seenBy(play)).toEqual([]);
    expect((await share(play, "manager")).status).toBe(303);
    expect(await seenBy(play)).toEqual(["manager"]);
    await share(play, "trainer");
    expect(await seenBy(play)).toEqual(["manager", "trainer"]);
    await takeBack(play, "manager");
    expect(await seenBy(play)).toEqual(["trainer"]);
    await takeBack(play, "trainer");
    expect(await seenBy(play)).toEqual([]);
    expect(await sees(owner, play)).toBe(true);
  },
);

test("a former manager sees nothing any more, and the new one nothing that was shared before", async () => {
  const play = await played("official");
  await share(play, "manager");
  const next = await anAccount(ground.database, { roles: ["manager"] });
  const { id } = owner;
  await ground.database.person.update({ where: { id }, data: { managerId: next.id } });
  expect(await sees(manager, play)).toBe(false);
  expect(await sees(next, play)).toBe(false);
  await share(play, "manager");
  expect(await sees(next, play)).toBe(true);
  expect(await sees(manager, play)).toBe(false);
});

test("a manager who is no manager any more sees nothing, and nothing is offered to be shared with them", async () => {
  const play = await played("official");
  await share(play, "manager");
  await ground.database.personRole.deleteMany({ where: { personId: manager.id } });
  expect(await sees(manager, play)).toBe(false);
  const params = { id: play.attemptId };
  const page = await call(replay.loader, { path: "/", params }, await cookie(owner));
  const { sharing } = (await page.json()) as { sharing: SharingPanelProps };
  const { manager: now, shared } = sharing;
  expect([now, shared.map(({ withName }) => withName)]).toEqual([null, [manager.name]]);
  const panel = { ...sharing, mode: "official", timeZone: "UTC", typed: false } as const;
  const told = await pageHtml(<SharingPanel {...panel} problem={null} />);
  expect(told).toContain("who is not your manager any more");
  expect(told).not.toContain(`Share with ${manager.name}`);
  expect((await share(play, "manager")).status).toBe(409);
});

test("what somebody shared who was deactivated is not there: they cannot take it back", async () => {
  const play = await played("practice");
  await share(play, "manager");
  await share(play, "trainer");
  const { id } = owner;
  await ground.database.person.update({ where: { id }, data: { deactivatedAt: new Date() } });
  expect(await seenBy(play)).toEqual([]);
});

test("somebody who is manager and trainer sees only what is shared with one of the two", async () => {
  const { id: personId } = manager;
  await ground.database.personRole.create({ data: { personId, role: "trainer" } });
  const play = await played("practice");
  expect(await sees(manager, play)).toBe(false);
  await share(play, "trainer");
  expect(await sees(manager, play)).toBe(true);
  await takeBack(play, "trainer");
  expect(await sees(manager, play)).toBe(false);
});

test("what was typed is shared apart from the run, and never by chance", async () => {
  const play = await played("practice", typed());
  const text = async (who: Account) => {
    const params = { id: play.attemptId };
    return (await call(replay.loader, { path: "/", params }, await cookie(who))).text();
  };
  await share(play, "manager");
  expect(await text(manager)).not.toContain("My very own words");
  expect(await text(owner)).toContain("My very own words");
  await share(play, "manager", { words: "yes" });
  await share(play, "trainer");
  expect(await text(manager)).toContain("My very own words");
  expect(await text(trainer)).not.toContain("My very own words");
});

test("only the owner shares a run or takes it back, and only one that has ended", async () => {
  const play = await played("official");
  for (const who of [manager, trainer, ...Object.values(others)]) {
    const answer = await send(play, { audience: "trainer", sharing: "share" }, who);
    expect(answer.status).toBe(404);
  }
  expect(await ground.database.attemptSharing.count({ where: { attemptId: play.attemptId } })).toBe(
    0,
  );
  const open = await Play.begin(ground, await ground.publish(twoMoments()), "official", owner);
  const early = await share(open, "manager");
  expect(early.status).toBe(409);
  expect(await early.json()).toMatchObject({ problem: expect.stringContaining("ended") as string });
  const alone = await anAccount(ground.database);
  const own = await Play.begin(ground, await ground.publish(twoMoments()), "practice", alone);
  await own.say("Shrug.");
  expect((await send(own, { audience: "manager", sharing: "share" }, alone)).status).toBe(409);
  for (const form of [{}, { audience: "admin", sharing: "share" }, { audience: "manager" }]) {
    expect((await send(play, form as Record<string, string>)).status).toBe(400);
  }
});

test("sharing and taking back are entries of the audit, once each, without a word of the run", async () => {
  const play = await played("practice", typed());
  await share(play, "manager", { words: "yes" });
  await share(play, "manager", { words: "yes" });
  await takeBack(play, "manager");
  await takeBack(play, "manager");
  const entries = await ground.database.auditEntry.findMany({
    where: { subject: `attempt:${play.attemptId}` },
    orderBy: { id: "asc" },
  });
  expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["attempt.shared", owner.id],
    ["attempt.unshared", owner.id],
  ]);
  expect(JSON.parse(entries[0]?.detail ?? "")).toEqual({
    with: "manager",
    personId: manager.id,
    words: true,
  });
  expect(entries[0]?.address).toBe("127.0.0.1");
});

test("lists hold what is shared with their reader, and no way to try a moment again", async () => {
  const play = await played("practice");
  await share(play, "manager");
  const listed = async (who: Account) => {
    const answer = await call(list.loader, { path: "/", params: {} }, await cookie(who));
    return ((await answer.json()) as { runs: { id: string }[] }).runs.map(({ id }) => id);
  };
  expect(await listed(manager)).toEqual([play.attemptId]);
  expect(await listed(trainer)).not.toContain(play.attemptId);
  const params = { id: play.attemptId };
  const page = await call(replay.loader, { path: "/", params }, await cookie(manager));
  expect(await page.json()).toMatchObject({
    owner: { name: owner.name, managed: true },
    sharing: null,
    replay: { rewind: null },
  });
  await takeBack(play, "manager");
  expect(await listed(manager)).toEqual([]);
});

test("a manager's page of a person tells official runs and what is shared, and nothing of practice", async () => {
  const official = await played("official");
  const practice = await played("practice", typed());
  const there = { path: "/", params: { person: owner.id } };
  const read = async (who: Account) => call(teamPerson.loader, there, await cookie(who));
  const page = await read(manager);
  expect(page.status).toBe(200);
  const text = await page.text();
  expect(JSON.parse(text)).toMatchObject({
    member: { id: owner.id },
    shared: [],
    runs: [{ attempts: 1, passed: true, latest: { behaviours: [{ shown: 2, offered: 2 }] } }],
  });
  expect(text).not.toContain(practice.attemptId);
  expect(text).not.toContain("Ask her.");
  await share(practice, "manager");
  expect(await (await read(manager)).json()).toMatchObject({
    shared: [{ id: practice.attemptId }],
  });
  expect((await read(others["a manager of somebody else"] ?? owner)).status).toBe(404);
  expect((await read(trainer)).status).toBe(403);
  const { id } = owner;
  await ground.database.person.update({ where: { id }, data: { deactivatedAt: new Date() } });
  expect((await read(manager)).status).toBe(404);
  expect(official.attemptId).not.toBe(practice.attemptId);
});

test("of which a course said so beforehand the manager sees an ended official run, without the words", async () => {
  const scenario = await ground.publish(typed());
  const official = { ...noSettings, replay: "shared" } as const;
  for (const mode of ["practice", "official"] as const) {
    const told = mode === "official";
    await startAttempt(ground.database, { person: owner, scenario, mode, official, told });
  }
  const play = await Play.begin(ground, scenario, "official", owner);
  await play.write({ seq: 1, words: "My very own words" });
  expect(await seenBy(play)).toEqual([]);
  await play.say("Promise.");
  expect(await seenBy(play)).toEqual(["manager"]);

  const as = await cookie(manager);
  const params = { id: play.attemptId };
  const page = await (await call(replay.loader, { path: "/", params }, as)).text();
  expect(page).not.toContain("My very own words");
  const listed: unknown = await (await call(list.loader, { path: "/", params: {} }, as)).json();
  expect(listed).toMatchObject({ runs: [{ id: play.attemptId, mode: "official" }] });
  const toldAs = async () =>
    (await call(replay.loader, { path: "/", params }, as)).json() as Promise<{ owner: unknown }>;
  expect((await toldAs()).owner).toMatchObject({ announced: true });
  // What is shared with the trainers is not shared with a manager: nothing is theirs to be taken back.
  await share(play, "trainer");
  expect((await toldAs()).owner).toMatchObject({ announced: true });
  await takeBack(play, "trainer");
  // Sharing it too, with the words, and taking that back leaves what was announced.
  await share(play, "manager", { words: "yes" });
  expect(await (await call(replay.loader, { path: "/", params }, as)).text()).toContain(
    "own words",
  );
  expect((await toldAs()).owner).toMatchObject({ announced: false });
  await takeBack(play, "manager");
  expect(await seenBy(play)).toEqual(["manager"]);
  const { announced } = await ground.database.attempt.findFirstOrThrow({
    where: { personId: owner.id, mode: "practice" },
  });
  expect(announced).toBe(false);
});
