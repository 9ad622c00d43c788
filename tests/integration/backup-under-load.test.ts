/** Backup and restore as an operator has them: a real server under load, and commands that are killed. */
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Scenario } from "~/core/scenario/definition";
import { copyInto, makeBackup } from "~/server/operations/backup.server";
import { manifestOf } from "~/server/operations/manifest.server";
import { structureProblems } from "~/server/operations/soundness.server";
import { openDatabase, type Database } from "~/server/db.server";
import { inspect } from "tests/crash/invariants";
import { aLearner, playUntilGone, type Learner, type Told } from "tests/crash/learner";
import { seeded } from "tests/crash/random";
import type { Lesson } from "tests/crash/study";
import { aPerson } from "tests/factories/a-person";
import { aDatabase } from "tests/setup/database";
import { runCommand, startCommand } from "tests/setup/operator";
import { startServer } from "tests/setup/server";

vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");
vi.stubEnv("LOG_LEVEL", "silent");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-load-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function learnersOf(database: Database, many: number): Promise<Learner[]> {
  return Promise.all(
    Array.from({ length: many }, async () => aLearner(database, (await aPerson(database)).id)),
  );
}

async function untilTold(told: Told, many: number): Promise<void> {
  await vi.waitUntil(() => told.acknowledged.length >= many, { timeout: 120_000, interval: 5 });
}

test("every answer acknowledged before a backup began is in it, while learners go on answering", async () => {
  const server = await startServer({ command: "serve", env: { LOG_LEVEL: "silent" } });
  vi.stubEnv("DATABASE_URL", server.databaseUrl);
  const source = join(server.folder, "rapport.db");
  const database = openDatabase(server.databaseUrl);
  const rows = await database.revision.findMany({ where: { kind: "scenario" } });
  const scenarios = rows.map(({ definition }) => JSON.parse(definition) as Scenario);
  const told: Told = {
    acknowledged: [],
    sent: [],
    goals: { acknowledged: [], sent: [] },
    surprises: [],
  };
  const lessonRows = await database.revision.findMany({ where: { kind: "lesson" } });
  const lessons = lessonRows.map(({ definition }) => JSON.parse(definition) as Lesson);
  const learners = await learnersOf(database, 6);
  const world = { url: server.url, scenarios, lessons, told, random: seeded(7) };
  const plays = learners.map((learner) => playUntilGone(world, learner));
  try {
    await untilTold(told, 60);
    const byCommand = join(folder, "by-command.db");
    const answered = told.acknowledged.length;
    const goalsBefore = [...told.goals.acknowledged];
    expect(await runCommand("backup", ["--out", byCommand], source)).toMatchObject({ code: 0 });
    // How many depends on the machine; that they went on does not.
    expect(told.acknowledged.length).toBeGreaterThan(answered);
    // From here it begins within milliseconds: what was acknowledged last is in the log alone.
    const out = join(folder, "at-once.db");
    const before = [...told.acknowledged];
    const goalsAtOnce = [...told.goals.acknowledged];
    const made = await makeBackup({ databaseFile: source, out, now: new Date() });
    expect(made).toMatchObject({ ok: true });
    // The server has its database open, and so nothing takes its place.
    expect(await runCommand("restore", [out], source)).toMatchObject({ code: 1 });
    await untilTold(told, told.acknowledged.length + 10);

    for (const backup of [byCommand, out]) {
      const file = `${backup}.restored`;
      expect(await runCommand("restore", [backup], file)).toMatchObject({ code: 0 });
      const copy = openDatabase(`file:${file}`);
      const acknowledged = backup === out ? before : before.slice(0, answered);
      const found = await inspect(copy, {
        ...told,
        acknowledged,
        goals: {
          acknowledged: backup === out ? goalsAtOnce : goalsBefore,
          sent: told.goals.sent,
        },
      });
      await copy.$disconnect();
      expect(found.problems).toEqual([]);
    }
    expect((await inspect(database, told)).problems).toEqual([]);
  } finally {
    await database.$disconnect();
    server.process.kill("SIGKILL");
    if (server.process.exitCode === null) await once(server.process, "exit");
    await Promise.all(plays);
    server.remove();
  }
});

/** A database that takes a moment to copy; the team in it says which one it is. */
async function aLargeDatabase(team: string): Promise<string> {
  const open = await aDatabase();
  await open.database.team.create({ data: { name: team } });
  for (let index = 0; index < 16; index += 1) {
    const bytes = new Uint8Array(1024 * 1024).fill(index);
    await open.database.asset.create({ data: { hash: String(index), bytes } });
  }
  const file = join(folder, `${team}.db`);
  await copyInto(open.file, file);
  await open.close();
  return file;
}

async function teamIn(file: string): Promise<string | undefined> {
  expect(await structureProblems(file)).toEqual([]);
  const database = openDatabase(`file:${file}`);
  const team = await database.team.findFirst();
  await database.$disconnect();
  return team?.name;
}

/** Kills the command at so many moments of its life, from its first work to its end. */
async function killedAtMoments(
  moments: number,
  begin: (round: number) => ReturnType<typeof startCommand>,
  afterwards: (round: number) => Promise<void>,
): Promise<number> {
  let killed = 0;
  const random = seeded(11);
  for (let round = 0; round < moments; round += 1) {
    const running = begin(round);
    // Half a second is spent before its work begins; names that appear in the folder show that it has.
    const atWork = () => readdirSync(folder).some((name) => /unfinished/.test(name));
    while (!atWork() && running.process.exitCode === null) await wait(2);
    // The first is killed at once: on a quick machine the others may be through by then.
    await wait(round === 0 ? 0 : random() * 250);
    running.process.kill("SIGKILL");
    if ((await running.ended).code === null) killed += 1;
    await afterwards(round);
    for (const name of readdirSync(folder)) {
      if (/unfinished/.test(name)) rmSync(join(folder, name));
    }
  }
  return killed;
}

test("a backup that is killed on the way is never taken for a whole one", async () => {
  const source = await aLargeDatabase("source");
  const target = join(folder, "target.db");
  const out = (round: number) => join(folder, `copy-${String(round)}.db`);
  const killed = await killedAtMoments(
    4,
    (round) => startCommand("backup", ["--out", out(round)], source),
    async (round) => {
      const whole = existsSync(out(round)) && existsSync(manifestOf(out(round)));
      const { code } = await runCommand("restore", [out(round)], target);
      expect(code).toBe(whole ? 0 : 1);
      expect(existsSync(target)).toBe(whole);
      if (whole) expect(await teamIn(target)).toBe("source");
      rmSync(target, { force: true });
    },
  );
  expect(killed).toBeGreaterThan(0);
  expect(await teamIn(source)).toBe("source");
});

test("a restore that is killed on the way leaves the old database or the new one, whole", async () => {
  const now = new Date();
  const made = await makeBackup({
    databaseFile: await aLargeDatabase("new"),
    out: join(folder, "backup.db"),
    now,
  });
  const old = await aLargeDatabase("old");
  const target = join(folder, "target.db");
  const killed = await killedAtMoments(
    4,
    () => {
      for (const name of readdirSync(folder)) {
        if (name.startsWith("target.db")) rmSync(join(folder, name));
      }
      copyFileSync(old, target);
      return startCommand("restore", [made.ok ? made.value.file : ""], target);
    },
    async () => {
      expect(["old", "new"]).toContain(await teamIn(target));
    },
  );
  expect(killed).toBeGreaterThan(0);
});
