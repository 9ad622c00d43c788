/** A migrated SQLite file for each test that asks for one, copied from a template made once. */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, writerOf, type Database } from "~/server/db.server";
import { applyMigrations, migrationFolders } from "~/server/migrations.server";

/** The template is named by the migrations it holds, so a changed migration makes a new one. */
function templateFile(): string {
  const folder = migrationFolders().migrations;
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name, "migration.sql");
    if (existsSync(file)) hash.update(name).update(readFileSync(file));
  }
  return join(tmpdir(), "rapport-test-templates", `${hash.digest("hex").slice(0, 16)}.db`);
}

async function ensureTemplate(): Promise<string> {
  const file = templateFile();
  if (existsSync(file)) return file;
  mkdirSync(join(file, ".."), { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), "rapport-template-"));
  const url = `file:${join(scratch, "template.db")}`;
  const database = openDatabase(url);
  await applyMigrations(database, url);
  await database.$queryRawUnsafe("PRAGMA wal_checkpoint(TRUNCATE)");
  await database.$disconnect();
  // Two workers may make it at once; a rename is whole either way.
  renameSync(join(scratch, "template.db"), file);
  rmSync(scratch, { recursive: true });
  return file;
}

export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  readonly file: string;
  /** Closes the connection and removes the file. */
  readonly close: () => Promise<void>;
}

/** Lets a test change what is on record, as somebody would who edits the file by hand. */
export async function withoutTriggers(database: Database): Promise<void> {
  const triggers = await database.$queryRaw<{ name: string }[]>`
    SELECT name FROM sqlite_master WHERE type = 'trigger'`;
  for (const { name } of triggers) await database.$executeRawUnsafe(`DROP TRIGGER "${name}"`);
}

/**
 * Sets a pragma on both connections that write, Prisma's and the short way's. That one is opened anew after a
 * write that found the file in trouble, and is then as it was.
 */
export async function setPragma(database: Database, text: string): Promise<void> {
  await database.$queryRawUnsafe(`PRAGMA ${text}`);
  writerOf(database).pragma(text);
}

/** A database of its own, with every migration applied and nothing in it. */
export async function aDatabase(): Promise<TestDatabase> {
  const template = await ensureTemplate();
  const folder = mkdtempSync(join(tmpdir(), "rapport-test-"));
  const file = join(folder, "test.db");
  copyFileSync(template, file);
  const url = `file:${file}`;
  const database = openDatabase(url);
  return {
    database,
    url,
    file,
    close: async () => {
      await database.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same database, counting what it is asked. */
export function counting(database: Database) {
  const count = { asked: 0 };
  const counted = database.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        count.asked += 1;
        return query(args);
      },
    },
  });
  return { counted: counted as unknown as Database, count };
}
