import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createClient } from "@libsql/client";
import type { Scene } from "~/core/scenario/definition";
import { makeBackup } from "~/server/operations/backup.server";
import { forgetErased } from "~/server/operations/forget.server";
import { restore } from "~/server/operations/restore.server";
import { openDatabase } from "~/server/db.server";
import { recordsCsv } from "~/server/learning/records-csv.server";
import { countRecords, everyRecord } from "~/server/learning/records.server";
import { addPerson, changePerson } from "~/server/people/change-person.server";
import { reactivate } from "~/server/people/deactivate.server";
import { previewErasure } from "~/server/people/erase-preview.server";
import { erasePerson } from "~/server/people/erase.server";
import { personalTables } from "~/server/people/personal-tables.server";
import { startSession } from "~/server/people/session.server";
import { countTry } from "~/server/people/sign-in-limits.server";
import { makeLink } from "~/server/people/one-time-link.server";
import { aCompletion } from "tests/factories/a-completion";
import { anAccount } from "tests/factories/an-account";
import { aChoice, aScene, prose, somewhere } from "tests/factories/scenario";
import { twoMoments } from "tests/factories/two-moments";
import { withoutTriggers } from "tests/setup/database";
import { aPlayground, Play, type Playground } from "tests/setup/playground";

vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");

const now = new Date("2026-11-22T01:00:00Z");
const person = {
  name: "Zdeněk Quillfeather-Ø'Brien",
  email: "zq.before@quillfeather.example",
  startDate: "2026-11-02",
  timeZone: "Europe/Prague",
  team: "Front desk",
  managerEmail: null,
  roles: ["manager" as const],
};
const laterName = "Zdeněk Thistlewhack";
const laterEmail = "zq.after@thistlewhack.example";
/** Everything of theirs that must not be found again; each is nowhere else. */
const theirs = [
  "Quillfeather",
  "Thistlewhack",
  "quillfeather.example",
  "thistlewhack.example",
  "marmalade sandwiches at midnight",
  "the purple photocopier",
  "weeping gooseberries",
  "I confess about the stapler",
  "kept on the third shelf by Thistlewhack",
  "unsent rhubarb crumble",
  "granted because of the lopsided teapot",
];

let ground: Playground;
let scratch = "";
beforeAll(async () => {
  ground = await aPlayground();
});
afterAll(() => ground.close());
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "rapport-erase-"));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

function typed() {
  const row = (id: string, phrases: readonly string[]) => ({
    ...aChoice({ id, text: prose(`The row ${id}`), target: "second" }),
    phrases,
    unless: [],
  });
  const opening: Scene = {
    ...aScene({ choices: [] }),
    reply: {
      prompt: "What do you say?",
      rows: [row("sorry", ["sorry"]), row("otherwise", [])],
      at: somewhere,
    },
  };
  const { scenes, ...rest } = twoMoments();
  return { ...rest, scenes: [opening, ...scenes.slice(1)] };
}

async function anAdmin() {
  const { id } = await anAccount(ground.database, { roles: ["admin"] });
  return { id, address: "192.0.2.1" };
}

/** Somebody who did everything that leaves something behind. */
async function somebody() {
  const { database } = ground;
  const actor = await anAdmin();
  const added = await addPerson(database, actor, person);
  const id = added.ok ? added.value : "";
  const report = { ...person, name: "A report", email: `report-of-${id}@example.test`, roles: [] };
  await addPerson(database, actor, { ...report, managerEmail: person.email });
  await changePerson(database, actor, id, { ...person, name: laterName, email: laterEmail });
  await startSession(database, id, { shared: false });
  await makeLink(database, { purpose: "set-password", personId: id });
  await countTry(database, { email: laterEmail, address: "192.0.2.7" });
  const words = { personId: id, lessonId: "care/hear-first" };
  await database.goal.create({
    data: { ...words, when: "marmalade sandwiches at midnight", will: "the purple photocopier" },
  });
  await database.reflection.create({
    data: { ...words, reflectionId: "own", text: "weeping gooseberries" },
  });
  await database.keptForm.create({
    data: { personId: id, path: "/x", fields: JSON.stringify({ note: "unsent rhubarb crumble" }) },
  });
  await database.attemptGrant.create({
    data: {
      personId: id,
      scenarioSlug: "parcel",
      authorId: actor.id,
      reason: "granted because of the lopsided teapot",
    },
  });
  const player = { id, timeZone: person.timeZone };
  const play = await Play.begin(ground, await ground.publish(typed()), "official", player);
  await play.write({ seq: 1, words: "Sorry. I confess about the stapler." });
  await play.say("Promise.");
  await database.attemptSharing.create({
    data: { attemptId: play.attemptId, audience: "trainer" },
  });
  const completion = await aCompletion(database, {
    personId: id,
    outcome: "withdrawn",
    requirement: `${id}:corrected`,
    authorId: actor.id,
    reason: "kept on the third shelf by Thistlewhack",
  });
  await database.auditEntry.create({
    data: {
      action: "completion.corrected",
      actorId: id,
      address: "198.51.100.23",
      subject: `completion:${completion.id}`,
      detail: JSON.stringify({ reason: "kept on the third shelf by Thistlewhack", seen: true }),
    },
  });
  return { id, actor, play, player };
}

function bytesOf(): Buffer {
  const folder = join(ground.file, "..");
  const names = readdirSync(folder).filter((name) => name.startsWith("test.db"));
  return Buffer.concat(names.map((name) => readFileSync(join(folder, name))));
}

function found(bytes: Buffer = bytesOf()): string[] {
  return theirs.filter((text) => bytes.includes(text));
}

test("after an erasure no byte of the name, the address or the words is in the file or its log", async () => {
  const { id, actor } = await somebody();
  expect(found()).toEqual(theirs);
  const mail = join(ground.file, "..", "mail");
  mkdirSync(mail, { recursive: true });
  writeFileSync(join(mail, "1.eml"), `To: ${laterEmail}\nSubject: x\n\nHello ${laterName},`);
  // Kept mail is the only copy of an address: whose own ends in theirs keeps it.
  writeFileSync(join(mail, "3.eml"), `To: jo${laterEmail}\nSubject: x\n\nHello Jo`);
  writeFileSync(join(mail, "4.eml"), `To: "Z" <${laterEmail.toUpperCase()}>\nSubject: x\n\nHi`);
  writeFileSync(join(mail, "2.eml"), `To: other@example.test\nSubject: x\n\nto ${laterEmail}`);
  const erased = await erasePerson(ground.database, actor, id, now);
  expect(erased).toEqual({ ok: true, value: { forgotten: true } });
  expect(found()).toEqual([]);
  expect(readdirSync(mail)).toEqual(["2.eml", "3.eml"]);
});

test("words in an event whose number no number here holds go as well", async () => {
  const { id, actor, play } = await somebody();
  const payload = JSON.stringify({ type: "reply.typed", words: theirs[0] });
  await ground.database.$executeRaw`
    INSERT INTO "AttemptEvent" ("attemptId", "seq", "key", "payload")
    VALUES (${play.attemptId}, 9007199254740993, 'by-hand', ${payload})`;
  expect((await erasePerson(ground.database, actor, id, now)).ok).toBe(true);
  expect(found()).toEqual([]);
});

test("what they did stays: the attempt replays as before, records and totals are the same", async () => {
  const { id, actor, play, player } = await somebody();
  const before = await play.live();
  const rows = async () => {
    const lines: string[] = [];
    for await (const piece of recordsCsv(everyRecord(ground.database, { of: "everyone" }, {}))) {
      lines.push(piece);
    }
    return lines.join("");
  };
  const count = () => countRecords(ground.database, { of: "everyone" }, {});
  const records = await count();
  const lines = (await rows()).split("\r\n").length;
  await erasePerson(ground.database, actor, id, now);
  const after = await play.live();
  expect(after.state.play).toEqual(before.state.play);
  expect(after.state.answers.map(({ choice }) => choice.id)).toEqual(
    before.state.answers.map(({ choice }) => choice.id),
  );
  expect((await play.look()).result).toMatchObject({ passed: true });
  expect(await count()).toBe(records);
  const csv = await rows();
  expect(csv.split("\r\n")).toHaveLength(lines);
  expect(csv).toMatch(/"Erased person [0-9a-f]{6}","[0-9a-f]{18}@erased\.invalid","Front desk"/);
  expect(await ground.database.goal.count({ where: { personId: player.id } })).toBe(1);
  expect(await ground.database.reflection.findMany({ where: { personId: id } })).toMatchObject([
    { text: "" },
  ]);
});

test("the preview counts what an administrator may see of somebody, and nothing of what they did or wrote", async () => {
  const { id, actor } = await somebody();
  const { database } = ground;
  const run = { scenarioSlug: "parcel", reason: "the power went" };
  const other = ground.ana.id;
  await database.attemptGrant.create({ data: { ...run, personId: other, authorId: id } });
  const preview = await previewErasure(database, actor.id, id);
  expect(preview?.goes).toEqual({ roles: 1 });
  const kinds = Object.keys(preview?.stays ?? {}).sort();
  expect(kinds).toEqual(["auditEntries", "managed", "records", "written"]);
  expect(preview?.stays).toMatchObject({ written: 1, managed: 1 });
  // How much there was is told once there is nobody left whose it was.
  await erasePerson(database, actor, id, now);
  const last = await database.auditEntry.findFirstOrThrow({
    where: { action: "person.erased", subject: `person:${id}` },
  });
  expect(JSON.parse(last.detail)).toMatchObject({ goals: 1, reflections: 1, reasons: 2 });
  expect(await database.keptForm.count({ where: { personId: id } })).toBe(0);
});

test("the audit keeps who did what and when, tells of the erasure, and names nobody", async () => {
  const { id, actor } = await somebody();
  const locked = { action: "sign-in.locked", subject: `person:${id}`, address: "198.51.100.24" };
  await ground.database.auditEntry.create({ data: { ...locked, detail: "{}" } });
  const entries = () =>
    ground.database.auditEntry.findMany({ orderBy: { id: "asc" }, omit: { detail: true } });
  const before = await entries();
  await erasePerson(ground.database, actor, id, now);
  const after = await entries();
  expect(after.slice(0, before.length)).toEqual(
    before.map((entry) => {
      const theirOwn =
        entry.actorId === id || (entry.actorId === null && entry.subject === `person:${id}`);
      return theirOwn ? { ...entry, address: null } : entry;
    }),
  );
  const last = await ground.database.auditEntry.findFirstOrThrow({
    where: { action: "person.erased", subject: `person:${id}` },
  });
  expect(last).toMatchObject({ actorId: actor.id, address: "192.0.2.1" });
  expect(JSON.parse(last.detail)).toEqual({
    typedReplies: 1,
    goals: 1,
    reflections: 1,
    reasons: 2,
    sessions: 1,
    auditEntries: 4,
  });
  const added = await ground.database.auditEntry.findFirstOrThrow({
    where: { action: "person.added", subject: `person:${id}` },
  });
  expect(JSON.parse(added.detail)).toMatchObject({
    name: "[erased]",
    email: "[erased]",
    startDate: person.startDate,
    roles: ["manager"],
  });
});

test("their address is free for somebody new, and they themselves never come back", async () => {
  const { id, actor } = await somebody();
  await erasePerson(ground.database, actor, id, now);
  expect(await addPerson(ground.database, actor, { ...person, email: laterEmail })).toMatchObject({
    ok: true,
  });
  await ground.database.person.deleteMany({
    where: { email: laterEmail, assignments: { none: {} } },
  });
  await reactivate(ground.database, actor, id);
  expect(await ground.database.person.findUniqueOrThrow({ where: { id } })).toMatchObject({
    passwordHash: null,
    deactivatedAt: now,
    erasedAt: now,
  });
  expect(await erasePerson(ground.database, actor, id, now)).toMatchObject({ ok: false });
  // The next test adds them again.
  const again = await ground.database.person.findUniqueOrThrow({ where: { email: laterEmail } });
  await erasePerson(ground.database, actor, again.id, now);
});

test("nobody erases themself, or the last administrator", async () => {
  const actor = await anAdmin();
  expect(await erasePerson(ground.database, actor, actor.id, now)).toMatchObject({ ok: false });
  const others = await ground.database.personRole.findMany({
    where: { role: "admin", personId: { not: actor.id } },
  });
  await ground.database.personRole.deleteMany({
    where: { personId: { in: others.map(({ personId }) => personId) } },
  });
  const somebodyElse = { id: "somebody-else", address: null };
  expect(await erasePerson(ground.database, somebodyElse, actor.id, now)).toMatchObject({
    ok: false,
    problem: "This is the last administrator. Make somebody else one first.",
  });
});

/** The database as it is now in another place, where it is then replaced. */
async function anotherPlace(name: string): Promise<string> {
  const target = join(scratch, name);
  const copy = createClient({ url: ground.url });
  await copy.executeMultiple(`VACUUM INTO '${target}'`);
  copy.close();
  return target;
}

function restored(backup: string, databaseFile: string, at = now) {
  return restore({ backup, databaseFile, now: at, despiteFindings: true });
}

test("a restore of an older backup erases them again", async () => {
  const { id, actor } = await somebody();
  const out = join(scratch, "before.db");
  await makeBackup({ databaseFile: ground.file, out, now });
  expect(found(readFileSync(out))).toEqual(theirs);
  await erasePerson(ground.database, actor, id, now);
  const target = await anotherPlace("rapport.db");
  expect(await restored(out, target)).toMatchObject({ ok: true, value: { erasedAgain: 1 } });
  expect(found(readFileSync(target))).toEqual([]);
  const database = openDatabase(`file:${target}`);
  expect(await database.person.findUniqueOrThrow({ where: { id } })).toMatchObject({
    erasedAt: now,
  });
  await database.$disconnect();
});

test("a restore of a backup that never knew them makes no later one bring them back", async () => {
  const without = join(scratch, "without-them.db");
  await makeBackup({ databaseFile: ground.file, out: without, now });
  const { id, actor } = await somebody();
  const out = join(scratch, "with-them.db");
  await makeBackup({ databaseFile: ground.file, out, now });
  await erasePerson(ground.database, actor, id, now);
  const target = await anotherPlace("twice-replaced.db");
  expect(await restored(without, target)).toMatchObject({ ok: true, value: { erasedAgain: 0 } });
  const later = new Date(now.getTime() + 1000);
  expect(await restored(out, target, later)).toMatchObject({ ok: true, value: { erasedAgain: 1 } });
  expect(found(readFileSync(target))).toEqual([]);
});

test("where the file is being read, what was erased goes out of it later", async () => {
  const { id, actor } = await somebody();
  const reader = createClient({ url: ground.url });
  const reading = await reader.transaction("read");
  await reading.execute(`SELECT count(*) FROM "Person"`);
  expect(await erasePerson(ground.database, actor, id, now)).toEqual({
    ok: true,
    value: { forgotten: false },
  });
  expect(found().length).toBeGreaterThan(0);
  await reading.rollback();
  reader.close();
  expect(await forgetErased(ground.database)).toBe(true);
  expect(found()).toEqual([]);
});

/** Names of models in the schema that hold, or hang on what holds, a field that points at a person. */
function modelsAboutPeople(): string[] {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  const models = [...schema.matchAll(/^model (\w+) \{\n([^]*?)^\}/gm)].map(([, name, body]) => ({
    name: name ?? "",
    body: body ?? "",
  }));
  const points = /^\s+(personId|actorId|authorId|attemptId)\s/m;
  return models
    .filter(({ name, body }) => name === "Person" || points.test(body))
    .map((m) => m.name);
}

test("every table that tells of a person is listed, with what an erasure does to it", async () => {
  const expected = modelsAboutPeople();
  expect(expected.length).toBeGreaterThan(10);
  expect(Object.keys(personalTables).sort()).toEqual(expected.sort());
  const { id, actor } = await somebody();
  await erasePerson(ground.database, actor, id, now);
  for (const [table, { erasure }] of Object.entries(personalTables)) {
    if (erasure !== "deleted") continue;
    const theirs =
      table === "AttemptSharing"
        ? `"attemptId" IN (SELECT "id" FROM "Attempt" WHERE "personId" = '${id}')`
        : `"personId" = '${id}'`;
    const rows = await ground.database.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${table}" WHERE ${theirs}`,
    );
    expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
  }
});

const forbidden = [
  `UPDATE "AuditEntry" SET "detail" = '{}'`,
  `UPDATE "AuditEntry" SET "actorId" = NULL`,
  `DELETE FROM "AuditEntry"`,
  `UPDATE "Completion" SET "outcome" = 'completed'`,
  `UPDATE "Completion" SET "reason" = 'another'`,
  `DELETE FROM "Completion"`,
  `UPDATE "AttemptEvent" SET "payload" = '{}'`,
  `DELETE FROM "AttemptEvent"`,
];

test.each(forbidden)("the database itself refuses %s", async (sql) => {
  if ((await ground.database.completion.count()) === 0) await somebody();
  await expect(ground.database.$executeRawUnsafe(sql)).rejects.toThrow(/never/);
});

test("even while somebody is erased, only words and names give way", async () => {
  for (const sql of [
    `UPDATE "AuditEntry" SET "action" = 'person.added'`,
    `UPDATE "Completion" SET "because" = 'other'`,
    `UPDATE "AttemptEvent" SET "seq" = "seq" + 100`,
    `DELETE FROM "AuditEntry"`,
  ]) {
    await expect(
      ground.database.$transaction(async (transaction) => {
        await transaction.erasure.create({ data: { personId: "x" } });
        await transaction.$executeRawUnsafe(sql);
      }),
    ).rejects.toThrow(/never/);
  }
});

test("an event that cannot be read may hold words, and is emptied, too", async () => {
  const { id, actor, play } = await somebody();
  await withoutTriggers(ground.database);
  await ground.database.attemptEvent.updateMany({
    where: { attemptId: play.attemptId, seq: 2 },
    data: { payload: "{ the purple photocopier" },
  });
  await erasePerson(ground.database, actor, id, now);
  expect((await play.events())[2]?.payload).toBe('{"type":"erased"}');
});

test.each([
  [`UPDATE "AttemptEvent" SET "attemptId" = CAST("attemptId" AS BLOB) WHERE "attemptId" = ?`],
  [`UPDATE "Attempt" SET "id" = CAST("id" AS BLOB) WHERE "id" = ?`],
  [`UPDATE "Attempt" SET "personId" = CAST("personId" AS BLOB) WHERE "id" = ?`],
])("words in a run go as well where a hand made bytes of an id: %s", async (edited) => {
  const { id, actor, play } = await somebody();
  const { database } = ground;
  await withoutTriggers(database);
  await database.$executeRawUnsafe("PRAGMA foreign_keys = OFF");
  await database.$executeRawUnsafe(edited, play.attemptId);
  await database.$executeRawUnsafe("PRAGMA foreign_keys = ON");
  expect(await erasePerson(database, actor, id, now)).toMatchObject({ ok: true });
  expect(found()).toEqual([]);
});
