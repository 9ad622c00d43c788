/**
 * A consistent copy of the database while the server goes on. `VACUUM INTO` reads one snapshot
 * of the write-ahead log and writes a whole new file: writers are not held up, and the copy holds
 * every answer that was acknowledged before it began. https://www.sqlite.org/lang_vacuum.html#vacuuminto
 */
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createClient } from "@libsql/client";
import { fail, ok, type Result } from "~/core/result";
import { firstColumn } from "~/server/operations/first-column.server";
import {
  flush,
  flushFolder,
  removeDatabase,
  sweepUnfinished,
  unfinished,
} from "~/server/operations/durable-file.server";
import {
  fingerprintOf,
  manifestOf,
  writeManifest,
  type Manifest,
} from "~/server/operations/manifest.server";

export interface BackupMade {
  readonly file: string;
  readonly bytes: number;
  readonly rows: Manifest["rows"];
}

/** `<data>/backups/rapport-20261122T004512Z.db` */
export function defaultBackupFile(databaseFile: string, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  return join(dirname(databaseFile), "backups", `rapport-${stamp}.db`);
}

/** As in SQL, where a file's name is a text. */
export function quoted(file: string): string {
  return `'${file.replaceAll("'", "''")}'`;
}

/** Writes the database as it is at this instant into a new file. */
export async function copyInto(databaseFile: string, copy: string): Promise<void> {
  const client = createClient({ url: `file:${databaseFile}`, timeout: 5000 });
  try {
    // Not `execute`: that leaves a statement behind, and with it the connection, until it is collected.
    await client.executeMultiple(`VACUUM INTO ${quoted(copy)}`);
  } finally {
    client.close();
  }
}

interface Contents {
  readonly problem: string | null;
  readonly migrations: string[];
  readonly rows: Record<string, number>;
}

async function contentsOf(file: string): Promise<Contents> {
  const client = createClient({ url: `file:${file}` });
  try {
    const [sound = ""] = await firstColumn(client, "SELECT * FROM pragma_integrity_check");
    const tables = await firstColumn(
      client,
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    );
    const rows: Record<string, number> = {};
    for (const table of tables) {
      const [many = "0"] = await firstColumn(client, `SELECT count(*) FROM "${table}"`);
      rows[table] = Number(many);
    }
    const migrations = tables.includes("_prisma_migrations")
      ? await firstColumn(
          client,
          "SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name",
        )
      : [];
    return { problem: sound === "ok" ? null : sound, migrations, rows };
  } finally {
    client.close();
  }
}

async function applicationVersion(): Promise<string> {
  const text = await readFile(join(process.cwd(), "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

export interface BackupOptions {
  readonly databaseFile: string;
  /** Where to; it must not be there yet. */
  readonly out: string;
  readonly now: Date;
}

/** Makes a backup; a problem is a sentence, and then nothing was written. */
export async function makeBackup(options: BackupOptions): Promise<Result<BackupMade, string>> {
  const { databaseFile, out, now } = options;
  if (!existsSync(databaseFile)) return fail(`There is no database at ${databaseFile}.`);
  if (existsSync(out) || existsSync(manifestOf(out))) {
    return fail(
      `${out} is there already. Name another file with --out; no backup is written over.`,
    );
  }
  await mkdir(dirname(out), { recursive: true, mode: 0o700 });
  await sweepUnfinished(out);
  const draft = unfinished(out);
  try {
    await copyInto(databaseFile, draft);
    await chmod(draft, 0o600);
    const { problem, migrations, rows } = await contentsOf(draft);
    if (problem !== null) {
      return fail(`The database is damaged, so no backup was made of it: ${problem}`);
    }
    if (migrations.length === 0) return fail(`${databaseFile} is not a database of Rapport.`);
    await flush(draft);
    const print = await fingerprintOf(draft);
    await rename(draft, out);
    await flushFolder(dirname(out));
    const application = await applicationVersion();
    await writeManifest(out, {
      application,
      madeAt: now.toISOString(),
      ...print,
      migrations,
      rows,
    });
    await flushFolder(dirname(out));
    return ok({ file: out, bytes: print.bytes, rows });
  } finally {
    await removeDatabase(draft);
  }
}

/** "people: 9, runs of role-plays: 31 with 120 events, records: 40" */
export function rowsInWords(rows: Manifest["rows"]): string {
  const many = (table: string) => String(rows[table] ?? 0);
  return `people: ${many("Person")}, runs of role-plays: ${many("Attempt")} with ${many("AttemptEvent")} events, records: ${many("Completion")}`;
}
