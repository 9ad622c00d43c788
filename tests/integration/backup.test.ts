import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepAs } from "~/server/operations/durable-file.server";
import { holdAlone } from "~/server/operations/hold-alone.server";
import { makeBackup } from "~/server/operations/backup.server";
import { manifestOf } from "~/server/operations/manifest.server";
import { restore, type Restored } from "~/server/operations/restore.server";
import { openDatabase, type Database } from "~/server/db.server";
import { applyMigrations, knownMigrations, migrationFolders } from "~/server/migrations.server";
import { aCompletion } from "tests/factories/a-completion";
import { aPerson } from "tests/factories/a-person";
import { anAttempt, someEvents } from "tests/factories/an-attempt";
import { aScenario } from "tests/factories/scenario";
import { aDatabase, type TestDatabase } from "tests/setup/database";
import { runCommand } from "tests/setup/operator";

const now = new Date("2026-11-22T00:45:12.345Z");
let open: TestDatabase;
let folder = "";
let elsewhere = "";
beforeEach(async () => {
  open = await aDatabase();
  folder = mkdtempSync(join(tmpdir(), "rapport-backup-"));
  elsewhere = join(folder, "elsewhere", "rapport.db");
});
afterEach(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

async function backedUp(name = "copy.db"): Promise<string> {
  const made = await makeBackup({ databaseFile: open.file, out: join(folder, name), now });
  if (!made.ok) throw new Error(made.problem);
  return made.value.file;
}

function restoring(backup: string, given: { to?: string; despiteFindings?: boolean } = {}) {
  const { to = elsewhere, despiteFindings = false } = given;
  return restore({ backup, databaseFile: to, now, despiteFindings });
}

async function restored(...call: Parameters<typeof restoring>): Promise<Restored> {
  const result = await restoring(...call);
  if (!result.ok) throw new Error(result.problem.join("\n"));
  return result.value;
}

async function inRestored<Value>(ask: (database: Database) => Promise<Value>): Promise<Value> {
  const database = openDatabase(`file:${elsewhere}`);
  try {
    return await ask(database);
  } finally {
    await database.$disconnect();
  }
}

async function aRecord(evidence: readonly { kind: string; id: string }[]) {
  const person = await aPerson(open.database);
  await aCompletion(open.database, {
    personId: person.id,
    kind: "scenario",
    evidence: JSON.stringify(evidence),
  });
  return person;
}

async function aRun(events: readonly unknown[]) {
  const person = await aPerson(open.database);
  const attempt = await anAttempt(open.database, { personId: person.id });
  await open.database.revision.updateMany({ data: { definition: JSON.stringify(aScenario()) } });
  await someEvents(open.database, attempt.id, events);
  return attempt;
}

const start = { type: "attempt.started" };
const told = { type: "choice.made", scene: "opening", choice: "say-back" };

test("a backup made while the database is open is restored elsewhere, row by row", async () => {
  const attempt = await aRun([start, told]);
  const backup = await backedUp();
  await aPerson(open.database, { name: "Too late" });
  const { manifest, aside, brokenAttempts } = await restored(backup);
  expect(manifest.rows).toMatchObject({ Person: 1, Attempt: 1, AttemptEvent: 2 });
  expect({ aside, brokenAttempts }).toEqual({ aside: null, brokenAttempts: 0 });
  await inRestored(async (database) => {
    expect(await database.person.count()).toBe(1);
    expect(await database.attemptEvent.count({ where: { attemptId: attempt.id } })).toBe(2);
    expect(await database.auditEntry.findMany()).toMatchObject([{ action: "database.restored" }]);
  });
});

test("nobody is let in by a restore who was let in when the backup was made", async () => {
  const person = await aPerson(open.database);
  const expiresAt = new Date(Date.now() + 100_000);
  await open.database.session.create({
    data: { id: "s", personId: person.id, expiresAt, idleMinutes: 10 },
  });
  await open.database.oneTimeLink.create({
    data: { id: "l", purpose: "set-password", personId: person.id, expiresAt },
  });
  await restored(await backedUp());
  await inRestored(async (database) => {
    expect(await database.session.count()).toBe(0);
    expect(await database.oneTimeLink.count()).toBe(0);
  });
});

test("the database that was there is kept aside, whole, and the new one takes its place", async () => {
  const backup = await backedUp();
  await aPerson(open.database, { name: "Only in the old one" });
  copyDatabaseTo(elsewhere);
  const { aside } = await restored(backup);
  expect(await inRestored((database) => database.person.count())).toBe(0);
  const old = createClient({ url: `file:${aside ?? ""}` });
  const { rows } = await old.execute(`SELECT "name" FROM "Person"`);
  expect(rows.map((row) => row["name"])).toEqual(["Only in the old one"]);
  expect(readdirSync(join(folder, "elsewhere")).filter((name) => /unfinished/.test(name))).toEqual(
    [],
  );
});

function copyDatabaseTo(file: string): void {
  mkdirSync(join(file, ".."), { recursive: true });
  // The log first, where there is one: it goes into the database when the last connection closes.
  for (const end of ["-wal", ""]) {
    if (existsSync(open.file + end)) copyFileSync(open.file + end, file + end);
  }
}

test.each(["EPERM", "ENOTSUP"])(
  "where the file system has no hard links (%s), a copy of the old database is kept aside",
  async (code) => {
    const backup = await backedUp();
    await restored(backup);
    await inRestored((database) => database.team.create({ data: { name: "Since then" } }));
    const hardLink = () => Promise.reject(Object.assign(new Error(code), { code }));
    const again = await restore({
      ...{ backup, databaseFile: elsewhere, now, despiteFindings: false },
      hardLink,
    });
    const aside = again.ok ? (again.value.aside ?? "") : "";
    const old = openDatabase(`file:${aside}`);
    expect(await old.team.count()).toBe(1);
    await old.$disconnect();
    expect(await inRestored((database) => database.team.count())).toBe(0);
    const left = readdirSync(join(folder, "elsewhere"));
    expect(left.filter((name) => /unfinished/.test(name))).toEqual([]);
  },
);

test("nobody gets into the old database while it is copied, or after", async () => {
  await restored(await backedUp());
  const held = await holdAlone(elsewhere);
  const noLinks = () => Promise.reject(Object.assign(new Error("EPERM"), { code: "EPERM" }));
  await keepAs(elsewhere, `${elsewhere}.kept`, noLinks);
  const write = `require("@libsql/client").createClient({ url: process.argv[1], timeout: 50 })
    .execute("CREATE TABLE intruder (id)").then(() => process.exit(0), () => process.exit(3))`;
  const other = spawn(process.execPath, ["-e", write, `file:${elsewhere}`]);
  expect(await once(other, "exit")).toEqual([3, null]);
  if (held.kind === "alone") await held.release();
  const later = spawn(process.execPath, ["-e", write, `file:${elsewhere}`]);
  expect(await once(later, "exit")).toEqual([0, null]);
});

test("where the old database cannot be kept for another reason, nothing is changed", async () => {
  const backup = await backedUp();
  await restored(backup);
  await inRestored((database) => database.team.create({ data: { name: "Since then" } }));
  const hardLink = () => Promise.reject(Object.assign(new Error("EIO"), { code: "EIO" }));
  const call = { backup, databaseFile: elsewhere, now, despiteFindings: false, hardLink };
  await expect(restore(call)).rejects.toThrow("EIO");
  expect(await inRestored((database) => database.team.count())).toBe(1);
});

test("a write-ahead log that lies where no database is does not get into the restored one", async () => {
  const backup = await backedUp();
  await aPerson(open.database, { name: "In the log alone" });
  copyDatabaseTo(elsewhere);
  rmSync(elsewhere);
  await restored(backup);
  expect(await inRestored((database) => database.person.count())).toBe(0);
});

/** Another process that has the database open and does nothing, as an idle server. */
async function anIdleProcess(file: string) {
  const script = `const { createClient } = require("@libsql/client");
    const client = createClient({ url: "file:" + process.argv[1] });
    client.executeMultiple("PRAGMA journal_mode = WAL; SELECT 1 FROM sqlite_schema").then(() => {
      console.log("open");
      setInterval(() => client, 1000);
    });`;
  const idle = spawn(process.execPath, ["-e", script, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(idle.stdout, "data");
  return idle;
}

test("a database that is open anywhere is not replaced, not even where it is idle", async () => {
  const backup = await backedUp();
  copyDatabaseTo(elsewhere);
  const idle = await anIdleProcess(elsewhere);
  const refused = await runCommand("restore", [backup], elsewhere);
  expect(refused.code).toBe(1);
  expect(refused.said).toContain("is in use. Stop the server");
  expect(readdirSync(join(elsewhere, "..")).filter((name) => /replaced/.test(name))).toEqual([]);
  // However it ends, its hold on the file ends with it.
  const gone = once(idle, "exit");
  idle.kill("SIGKILL");
  await gone;
  expect(await runCommand("restore", [backup], elsewhere)).toMatchObject({ code: 0 });
});

test("what is left of a damaged database is kept aside, too", async () => {
  const backup = await backedUp();
  mkdirSync(join(elsewhere, ".."));
  writeFileSync(elsewhere, "This was a database once, before the disk broke. ".repeat(100));
  const { aside } = await restored(backup);
  expect(readFileSync(aside ?? "", "utf8")).toContain("before the disk broke");
  expect(await inRestored((database) => database.person.count())).toBe(0);
});

function changed(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

const spoiled: readonly (readonly [string, (backup: string) => void, RegExp])[] = [
  ["cut off", (file) => writeFileSync(file, readFileSync(file).subarray(0, -4096)), /was cut off/],
  ["changed by a bit", (file) => changed(file, 20_000), /checksum is another one/],
  ["without its description", (file) => rmSync(manifestOf(file)), /a backup is both files/],
  ["gone", (file) => rmSync(file), /There is no file/],
  [
    "described by something else",
    (file) => writeFileSync(manifestOf(file), `{"name":"rapport"}`),
    /is not the description of a backup/,
  ],
  [
    "of a format to come",
    (file) => {
      const manifest = JSON.parse(readFileSync(manifestOf(file), "utf8")) as object;
      writeFileSync(manifestOf(file), JSON.stringify({ ...manifest, rapportBackup: 2 }));
    },
    /A newer Rapport made this backup/,
  ],
];

test.each(spoiled)("a backup that is %s is refused", async (_, spoil, sentence) => {
  const backup = await backedUp();
  spoil(backup);
  const result = await restoring(backup);
  expect(result.ok ? "" : result.problem.join("\n")).toMatch(sentence);
  expect(existsSync(elsewhere)).toBe(false);
});

/** As somebody would who makes the description fit the file. */
async function redescribed(backup: string): Promise<void> {
  const { fingerprintOf } = await import("~/server/operations/manifest.server");
  const manifest = JSON.parse(readFileSync(manifestOf(backup), "utf8")) as object;
  const print = await fingerprintOf(backup);
  writeFileSync(manifestOf(backup), JSON.stringify({ ...manifest, ...print }));
}

const foreign: readonly (readonly [string, string, RegExp])[] = [
  [
    "of a newer version",
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
      VALUES ('x', 'x', '20991231000000_to_come', 0, 0, 1)`,
    /does not know 20991231000000_to_come/,
  ],
  [
    "that names rows which are not there",
    `PRAGMA foreign_keys = OFF; INSERT INTO "PersonRole" VALUES ('nobody', 'admin')`,
    /Rows name others that are missing: PersonRole/,
  ],
  ["of another program", `DROP TABLE "_prisma_migrations"`, /not one of Rapport/],
];

test.each(foreign)("a database %s is refused", async (_, sql, sentence) => {
  const backup = await backedUp();
  const client = createClient({ url: `file:${backup}` });
  await client.executeMultiple(sql);
  client.close();
  await redescribed(backup);
  const result = await restoring(backup);
  expect(result.ok ? "" : result.problem.join("\n")).toMatch(sentence);
  expect(existsSync(elsewhere)).toBe(false);
});

test("a file that is no database is refused, whatever its description says", async () => {
  const backup = await backedUp();
  writeFileSync(
    backup,
    "not a database at all, and quite long enough to look like one ".repeat(99),
  );
  await redescribed(backup);
  expect(await restoring(backup)).toMatchObject({ ok: false });
});

test("a record without its evidence stops a restore, unless the operator wants it all the same", async () => {
  await aRecord([{ kind: "attempt", id: "gone" }]);
  await aRecord([]);
  const sound = await anAttempt(open.database, { personId: (await aPerson(open.database)).id });
  await aRecord([{ kind: "attempt", id: sound.id }]);
  const backup = await backedUp();
  const result = await restoring(backup);
  expect(result.ok ? [] : result.problem).toHaveLength(2);
  await restored(backup, { despiteFindings: true });
  expect(await inRestored((database) => database.completion.count())).toBe(3);
});

test("a restore that finds much says how much more there is", async () => {
  for (let made = 0; made < 23; made += 1) await aRecord([]);
  const { code, said } = await runCommand("restore", [await backedUp()], elsewhere);
  expect(code).toBe(1);
  expect(said.match(/has no evidence/g)).toHaveLength(20);
  expect(said).toContain("… and 3 more.");
});

test("an attempt whose log does not replay is kept and told of", async () => {
  await aRun([start, { ...told, choice: "never-offered" }]);
  expect((await restored(await backedUp())).brokenAttempts).toBe(1);
  expect(await inRestored((database) => database.attemptEvent.count())).toBe(2);
});

test("a backup of an older version is brought up to date before it is put in place", async () => {
  const older = join(folder, "older");
  const { schema, migrations } = migrationFolders();
  const [first = ""] = await knownMigrations();
  mkdirSync(join(older, "migrations", first), { recursive: true });
  copyFileSync(
    join(migrations, first, "migration.sql"),
    join(older, "migrations", first, "migration.sql"),
  );
  const file = join(older, "rapport.db");
  const database = openDatabase(`file:${file}`);
  await applyMigrations(database, `file:${file}`, {
    schema,
    migrations: join(older, "migrations"),
  });
  await database.$disconnect();
  const made = await makeBackup({ databaseFile: file, out: join(folder, "old.db"), now });
  const { migrated } = await restored(made.ok ? made.value.file : "");
  expect(migrated).toEqual((await knownMigrations()).slice(1));
  await inRestored(async (current) => expect(await current.asset.count()).toBe(0));
});

test("no backup is written over, and none is made of nothing", async () => {
  const backup = await backedUp();
  expect(await runCommand("backup", ["--out", backup], open.file)).toMatchObject({ code: 1 });
  const nowhere = join(folder, "nowhere.db");
  expect(await runCommand("backup", [], nowhere)).toMatchObject({ code: 1 });
  expect(existsSync(nowhere)).toBe(false);
});

test("the commands say how they are called, and which variable is wrong", async () => {
  expect(await runCommand("restore", [], open.file)).toMatchObject({ code: 2 });
  expect(await runCommand("backup", ["--where", "x"], open.file)).toMatchObject({ code: 2 });
  const memory = await runCommand("backup", [], ":memory:");
  expect(memory).toMatchObject({ code: 2 });
  expect(memory.said).toContain("DATABASE_URL should be a file: address that names a file");
});

test("without --out a backup lies beside the database, named by its instant, for its owner alone", async () => {
  const ended = await runCommand("backup", [], open.file);
  expect(ended.code).toBe(0);
  const backups = join(open.file, "..", "backups");
  const names = readdirSync(backups).sort();
  expect(names).toHaveLength(2);
  expect(names[0]).toMatch(/^rapport-\d{8}T\d{6}Z\.db$/);
  expect(names[1]).toBe(`${names[0] ?? ""}.json`);
});
