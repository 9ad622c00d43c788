/**
 * Putting a backup in the place of the database. Everything is checked and prepared on a copy
 * beside it; the replacing itself is one rename, so whoever is killed on the way leaves either the
 * old database or the new one. See docs/decisions/022.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, rename, type link } from "node:fs/promises";
import { dirname } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fail, ok, type Result } from "~/core/result";
import { copyInto } from "~/server/operations/backup.server";
import {
  flush,
  flushFolder,
  keepAs,
  removeDatabase,
  sweepUnfinished,
  unfinished,
} from "~/server/operations/durable-file.server";
import { eraseAgain, erasedSince } from "~/server/operations/erase-again.server";
import { holdAlone, type Held } from "~/server/operations/hold-alone.server";
import { readManifest, type Fingerprint, type Manifest } from "~/server/operations/manifest.server";
import {
  brokenAttempts,
  danglingRows,
  structureProblems,
  unprovenCompletions,
} from "~/server/operations/soundness.server";
import { openDatabase, type Database } from "~/server/db.server";
import { applyMigrations } from "~/server/migrations.server";
import { appendAudit } from "~/server/people/audit.server";

export interface RestoreOptions {
  readonly backup: string;
  readonly databaseFile: string;
  readonly now: Date;
  /** Restore although some of what the backup says does not hold together. */
  readonly despiteFindings: boolean;
  /** How a file gets a second name; tests hand in one that cannot. */
  readonly hardLink?: typeof link;
}

interface Place {
  readonly databaseFile: string;
  /** What is to be there. */
  readonly ready: string;
  readonly held: Held | null;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Where the replaced database lies; null where there was none. */
  readonly aside: string | null;
  readonly migrated: readonly string[];
  readonly brokenAttempts: number;
  /** People who were erased since the backup was made, and are erased in it, too. */
  readonly erasedAgain: number;
}

/** Copies and reads the checksum on the way, so that what is checked is what is used. */
async function copyWithPrint(from: string, to: string): Promise<Fingerprint> {
  const hash = createHash("sha256");
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(
    createReadStream(from),
    measure,
    createWriteStream(to, { flags: "wx", mode: 0o600 }),
  );
  return { bytes, sha256: hash.digest("hex") };
}

function printProblem(found: Fingerprint, { bytes, sha256 }: Manifest): string | null {
  if (found.bytes < bytes) {
    return `The backup was cut off: ${String(found.bytes)} of ${String(bytes)} bytes are there.`;
  }
  return found.sha256 === sha256 && found.bytes === bytes
    ? null
    : "The backup is not as it was made: its checksum is another one.";
}

interface Checked {
  readonly migrated: readonly string[];
  readonly broken: number;
  readonly findings: readonly string[];
}

/** Migrates the copy, and asks it whether what it says holds together, as this version reads it. */
async function checkContents(database: Database, url: string): Promise<Checked> {
  const migrated = await applyMigrations(database, url);
  const unproven = await unprovenCompletions(database);
  return {
    migrated,
    broken: (await brokenAttempts(database)).length,
    findings: [
      ...(await danglingRows(database)),
      ...unproven.map((id) => `The record ${id} has no evidence, or evidence that is gone.`),
    ],
  };
}

/** Who was signed out, or had an address taken back, since the backup was made stays out. */
async function shutDoors(database: Database, { manifest, now }: { manifest: Manifest; now: Date }) {
  await database.$transaction(async (transaction) => {
    await transaction.session.deleteMany();
    await transaction.oneTimeLink.deleteMany({ where: { usedAt: null } });
    await appendAudit(transaction, { id: null, address: null }, [
      {
        action: "database.restored",
        subject: "database:backup",
        detail: { madeAt: manifest.madeAt, sha256: manifest.sha256, restoredAt: now.toISOString() },
      },
    ]);
  });
}

function inUse(file: string): string {
  return `${file} is in use. Stop the server, and any other program that has it open, and try again. Nothing was changed.`;
}

/** The one moment at which the database is another: a link keeps the old one, a rename replaces it. */
async function replace({ databaseFile, ready, held }: Place, { now, hardLink }: RestoreOptions) {
  const stamp = now.toISOString().replace(/[-:.]/g, "");
  const aside = `${databaseFile}.replaced-${stamp}`;
  if (held?.kind === "alone") await keepAs(databaseFile, aside, hardLink);
  // Where there is no database, or none that can be read, what lies beside it would be taken for ours.
  else {
    for (const end of ["-wal", "-shm", "-journal", ""]) {
      if (existsSync(databaseFile + end)) await rename(databaseFile + end, aside + end);
    }
  }
  await flushFolder(dirname(databaseFile));
  await rename(ready, databaseFile);
  await flushFolder(dirname(databaseFile));
  return existsSync(aside) ? aside : null;
}

/** Restores a backup; a problem is one or more sentences, and then nothing was changed. */
export async function restore(options: RestoreOptions): Promise<Result<Restored, string[]>> {
  const { backup, databaseFile, now, despiteFindings } = options;
  const manifest = await readManifest(backup);
  if (!manifest.ok) return fail([manifest.problem]);
  await mkdir(dirname(databaseFile), { recursive: true, mode: 0o700 });
  await sweepUnfinished(databaseFile);
  const copy = unfinished(databaseFile);
  const ready = unfinished(databaseFile);
  let held: Held | null = null;
  try {
    const wrong = printProblem(await copyWithPrint(backup, copy), manifest.value);
    if (wrong !== null) return fail([wrong]);
    const problems = await structureProblems(copy);
    if (problems.length > 0) return fail(problems);
    const url = `file:${copy}`;
    const database = openDatabase(url);
    const { migrated, broken, findings } = await checkContents(database, url);
    if (findings.length > 0 && !despiteFindings) return fail([...findings]);
    held = existsSync(databaseFile) ? await holdAlone(databaseFile) : null;
    if (held?.kind === "in-use") return fail([inUse(databaseFile)]);
    await shutDoors(database, { manifest: manifest.value, now });
    const erasedAgain = await eraseAgain(database, await erasedSince(held), now);
    await database.$disconnect();
    // A file that nobody has open, with everything in it.
    await copyInto(copy, ready);
    await chmod(ready, 0o600);
    await flush(ready);
    const aside = await replace({ databaseFile, ready, held }, options);
    return ok({ manifest: manifest.value, aside, migrated, brokenAttempts: broken, erasedAgain });
  } finally {
    if (held?.kind === "alone") await held.release();
    await removeDatabase(copy);
    await removeDatabase(ready);
  }
}
