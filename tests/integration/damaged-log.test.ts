/** Logs that somebody edited by hand, in every way that SQLite lets them: the run is put aside as it is, and no page is lost. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadContent } from "~/server/content/catalogue.server";
import { makeBackup } from "~/server/operations/backup.server";
import { restore } from "~/server/operations/restore.server";
import { lastTimeSetting } from "~/server/learning/attempt-time.server";
import { startAttempt } from "~/server/learning/attempt-start.server";
import { findAttempt } from "~/server/learning/attempt-state.server";
import { eventsToEmpty } from "~/server/people/erase-replies.server";
import { erasePerson } from "~/server/people/erase.server";
import { anAccount } from "tests/factories/an-account";
import { twoMoments } from "tests/factories/two-moments";
import { withoutTriggers } from "tests/setup/database";
import { aPlayground, Play, type Playground } from "tests/setup/playground";
import { call, cookieOf, type Handler } from "tests/setup/request";

vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");

interface Viewer {
  readonly id: string;
}

let ground: Playground;
let owner: Viewer;
let manager: Viewer;
let trainer: Viewer;
let admin: Viewer;
beforeAll(async () => {
  ground = await aPlayground();
  await loadContent();
  const boss = await anAccount(ground.database, { roles: ["manager"] });
  manager = boss;
  owner = await anAccount(ground.database, { managerEmail: boss.email });
  trainer = await anAccount(ground.database, { roles: ["trainer"] });
  admin = await anAccount(ground.database, { roles: ["admin"] });
  await withoutTriggers(ground.database);
});
afterAll(() => ground.close());

const payload = (sql: string) => `UPDATE "AttemptEvent" SET "payload" = ${sql} WHERE "seq" = 1`;
const event = (sql: string) => `UPDATE "AttemptEvent" SET ${sql} WHERE "seq" = 1`;
const json = (value: unknown) => payload(`'${JSON.stringify(value)}'`);
const row = (sql: string) => `UPDATE "Attempt" SET ${sql} WHERE 1 = 1`;
const choice = { type: "choice.made", scene: "opening", choice: "ask" };
const bytes = (text: string) => `X'${Buffer.from(text).toString("hex")}'`;

/** Each in SQL, narrowed to the one run; all of them leave a log that cannot be what was written. */
const broken: Readonly<Record<string, string>> = {
  "a payload of bytes that are the very event": payload(bytes(JSON.stringify(choice))),
  "a payload of bytes that are nothing": payload("X'00FF'"),
  "a payload of no bytes": payload("X''"),
  "a payload that is no UTF-8": payload("CAST(X'FF7BFE' AS TEXT)"),
  "a first event of bytes": `UPDATE "AttemptEvent" SET "payload" = X'7B7D' WHERE "seq" = 0`,
  "a first event with a time that is no UTF-8": `UPDATE "AttemptEvent" SET "payload" =
    CAST(X'7B2274797065223A22617474656D70742E73746172746564222C2274696D65223A22FF227D' AS TEXT) WHERE "seq" = 0`,
  "a payload with a null character": payload("'{\"type\":\"choice.made\"' || char(0) || '}'"),
  "an empty payload": payload("''"),
  "a payload that is a number": payload("12"),
  "a payload that is null in JSON": payload("'null'"),
  "a payload that is a list": payload("'[]'"),
  "a payload that is a text in JSON": payload(`'"choice.made"'`),
  "a payload of a megabyte": payload("'\"' || hex(zeroblob(524288)) || '\"'"),
  "a payload nested a hundred thousand deep": payload(
    "replace(hex(zeroblob(50000)), '00', '[') || replace(hex(zeroblob(50000)), '00', ']')",
  ),
  "a kind that is a number": json({ ...choice, type: 5 }),
  "a kind that is null": json({ ...choice, type: null }),
  "a kind that is a name of the language": json({ ...choice, type: "constructor" }),
  "no kind": json({ scene: "opening", choice: "ask" }),
  "a scene that is a number": json({ ...choice, scene: 5 }),
  "a scene that is a name of the language": json({ ...choice, scene: "__proto__" }),
  "a choice that is a name of the language": json({ ...choice, choice: "constructor" }),
  "a choice that is a list": json({ ...choice, choice: ["ask"] }),
  "a prototype in the place of an event": payload(
    `'{"__proto__":{"type":"choice.made","scene":"opening","choice":"ask"}}'`,
  ),
  "draws that nobody declared": `UPDATE "AttemptEvent" SET "payload" =
    '{"type":"attempt.started","draws":{"constructor":1}}' WHERE "seq" = 0`,
  "draws that are a list": `UPDATE "AttemptEvent" SET "payload" =
    '{"type":"attempt.started","draws":[]}' WHERE "seq" = 0`,
  "a way back beyond every number": json({ type: "attempt.rewound", to: 1e300 }),
  "a sequence number that is text": event(`"seq" = 'first'`),
  "a sequence number that is a fraction": event(`"seq" = 1.5`),
  "a sequence number that is bytes": event(`"seq" = X'31'`),
  "a sequence number that is infinite": event(`"seq" = 9e999`),
  "a sequence number below 0": event(`"seq" = -1`),
  "an instant that is text": event(`"at" = 'teatime'`),
  "an instant that is bytes": event(`"at" = X'FF'`),
  "an instant that is infinite": event(`"at" = 9e999`),
  "a first event whose attempt is bytes": `UPDATE "AttemptEvent" SET
    "attemptId" = CAST("attemptId" AS BLOB) WHERE "seq" = 0`,
  "a mode that there is not": row(`"mode" = 'cheating'`),
  "a mode of bytes": row(`"mode" = X'FF'`),
  "a revision of bytes": row(`"revisionHash" = CAST("revisionHash" AS BLOB)`),
  "a revision that is a name of the language": row(`"revisionHash" = '__proto__'`),
  "a beginning that is text": row(`"startedAt" = 'teatime'`),
  "a beginning that is bytes": row(`"startedAt" = X'FF'`),
  "an end that is text": row(`"endedAt" = 'teatime', "outcome" = 'failed'`),
  "an end that is bytes": row(`"endedAt" = X'FF', "outcome" = 'failed'`),
};

/** What is not asked when a log is replayed, and must still take no page along. */
const unharmed: Readonly<Record<string, string>> = {
  "a key of bytes": event(`"key" = X'FF00'`),
  "a key that is no UTF-8": event(`"key" = CAST(X'FF' AS TEXT)`),
  "an outcome of bytes": row(`"outcome" = X'FF'`),
  "an outcome that there is not": row(`"outcome" = 'won'`),
  "a time zone that there is not": row(`"timeZone" = 'Atlantis/Middle'`),
  "a time zone of bytes": row(`"timeZone" = X'FF'`),
  "an ending of bytes": row(`"ending" = X'FF'`),
  "a role-play of bytes": row(`"scenarioSlug" = X'FF'`),
  "a role-play that is a name of the language": row(`"scenarioSlug" = '__proto__'`),
  "an announcement that is text": row(`"announced" = 'maybe'`),
};

async function edit(sql: string, attemptId: string): Promise<void> {
  const { database } = ground;
  const own = sql.includes(`"AttemptEvent"`) ? `"attemptId"` : `"id"`;
  await database.$executeRawUnsafe("PRAGMA foreign_keys = OFF");
  await database.$executeRawUnsafe(`${sql} AND ${own} = '${attemptId}'`);
  await database.$executeRawUnsafe("PRAGMA foreign_keys = ON");
}

/** A run in which one answer was given, by the one person whose runs have everything. */
async function damaged(sql: string) {
  const person = { id: owner.id, timeZone: "Europe/Lisbon" };
  const scenario = await ground.publish(twoMoments());
  const play = await Play.begin(ground, scenario, "official", person);
  await play.say("Ask her.");
  await edit(sql, play.attemptId);
  return { play, person, scenario };
}

const cells = (...columns: readonly string[]) =>
  columns.map((column) => `typeof("${column}") || hex("${column}")`).join(" || ");

/** All that stands in the two tables of this run, byte by byte. */
async function stored({ attemptId }: Play): Promise<string> {
  const [found] = await ground.database.$queryRawUnsafe<{ all: string }[]>(
    `SELECT (SELECT group_concat(${cells("seq", "key", "payload", "at")})
        FROM "AttemptEvent" WHERE "attemptId" = '${attemptId}')
      || ${cells("mode", "revisionHash", "startedAt", "endedAt")} AS "all"
    FROM "Attempt" WHERE "id" = '${attemptId}'`,
  );
  return found?.all ?? "";
}

test.each(Object.entries(broken))(
  "a log with %s is put aside as it is, and its owner begins anew",
  async (_, sql) => {
    const { play, person, scenario } = await damaged(sql);
    const before = await stored(play);
    const asked = { attemptId: play.attemptId, personId: person.id };
    expect((await findAttempt(ground.database, asked))?.kind).toBe("broken");
    expect((await play.send({ seq: 2, choice: "any" })).kind).toBe("broken");
    const cookie = await cookieOf(ground.database, person.id);
    const visit = { path: "/attempts/x", params: { id: play.attemptId } };
    const page = await call((await import("~/routes/attempts.$id")).loader, visit, cookie);
    expect(await page.json()).toMatchObject({ view: null, title: expect.any(String) as string });
    const replay = (await import("~/routes/attempts.$id_.replay")).loader;
    // The page of the run says what there is to say.
    expect((await call(replay, visit, cookie)).headers.get("location")).toBe(
      `/attempts/${play.attemptId}`,
    );
    expect(await stored(play)).toBe(before);
    const again = await startAttempt(ground.database, { person, scenario, mode: "official" });
    expect(again.continued).toBe(false);
  },
);

test.each(Object.entries(unharmed))("a log with %s is gone on with", async (_, sql) => {
  const { play, person } = await damaged(sql);
  const asked = { attemptId: play.attemptId, personId: person.id };
  expect((await findAttempt(ground.database, asked))?.kind).toBe("live");
});

type Page = readonly [path: string, by: () => Viewer, load: () => Promise<{ loader: Handler }>];

const pages: readonly Page[] = [
  ["/", () => owner, () => import("~/routes/_index")],
  ["/scenarios", () => owner, () => import("~/routes/scenarios._index")],
  ["/me", () => owner, () => import("~/routes/me")],
  ["/me/data", () => owner, () => import("~/routes/me_.data")],
  ["/me/record.json", () => owner, () => import("~/routes/me_.record[.]json")],
  ["/team", () => manager, () => import("~/routes/team")],
  ["/team/person", () => manager, () => import("~/routes/team_.$person")],
  ["/shared-runs", () => trainer, () => import("~/routes/shared-runs")],
  ["/records", () => trainer, () => import("~/routes/records")],
  ["/records.csv", () => trainer, () => import("~/routes/records[.]csv")],
  ["/admin/audit", () => admin, () => import("~/routes/admin.audit")],
  ["/admin/people/id/erase", () => admin, () => import("~/routes/admin.people.$id_.erase")],
];

test.each(pages)(
  "%s is read although one of the runs has each of these",
  async (path, by, load) => {
    const { loader } = await load();
    const params = { id: owner.id, person: owner.id };
    const answer = await call(loader, { path, params }, await cookieOf(ground.database, by().id));
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toBe("");
  },
);

test("a new start asks what was chosen last of the logs that can be read", async () => {
  expect(await lastTimeSetting(ground.database, owner.id)).toBeNull();
});

test("a backup of all of these is made, checked and restored", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rapport-damaged-"));
  const backup = join(folder, "copy.db");
  const databaseFile = join(folder, "restored.db");
  const now = new Date();
  const made = await makeBackup({ databaseFile: ground.file, out: backup, now });
  expect(made).toMatchObject({ ok: true });
  const refused = await restore({ backup, databaseFile, now, despiteFindings: false });
  expect(refused).toMatchObject({
    problem: [expect.stringContaining("Rows name others that are missing: Attempt")],
  });
  const restored = await restore({ backup, databaseFile, now, despiteFindings: true });
  expect(restored).toMatchObject({
    ok: true,
    value: { brokenAttempts: Object.keys(broken).length },
  });
  rmSync(folder, { recursive: true, force: true });
});

test("erasing whose logs have all of these says what went, and leaves nothing that may be words", async () => {
  const held = await eventsToEmpty(ground.database, owner.id);
  const actor = { id: admin.id, address: null };
  const erased = await erasePerson(ground.database, actor, owner.id, new Date());
  expect(erased).toMatchObject({ ok: true });
  const entry = await ground.database.auditEntry.findFirstOrThrow({
    where: { action: "person.erased", subject: `person:${owner.id}` },
  });
  expect(JSON.parse(entry.detail)).toMatchObject({ typedReplies: held.length });
  expect(await eventsToEmpty(ground.database, owner.id)).toEqual([]);
});
