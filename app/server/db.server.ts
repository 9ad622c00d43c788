/** The database client. libsql and not better-sqlite3: see docs/decisions/002. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { createClient } from "@libsql/client";
import { environment } from "~/server/env.server";
import { PrismaClient, type Prisma } from "~/server/generated/prisma/client";
import { perProcess } from "~/server/per-process.server";
import { Reader, textOf, type Cell, type Parameter } from "~/server/reader.server";
import { SqliteAdapter, type ShortWays } from "~/server/sqlite-adapter.server";
import { Writer, type Outcome, type Unit } from "~/server/writer.server";

export type Database = PrismaClient;
/** What may be called inside a transaction. Nothing but database calls belong in one. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** How long a statement waits for another process's write lock, in milliseconds. */
const busyTimeout = 5000;

const shortWays = new WeakMap<object, ShortWays>();

export function writerOf(database: Database): Writer {
  const short = shortWays.get(database);
  if (short === undefined) throw new Error("openDatabase did not open this database");
  return short.writer;
}

/** The file that a URL names. */
function fileOf(url: string): string {
  return decodeURIComponent(url.slice("file:".length));
}

export function databaseAdapter(url: string): SqliteAdapter {
  const file = fileOf(url);
  const short = { reader: new Reader(file, busyTimeout), writer: new Writer(file, busyTimeout) };
  return new SqliteAdapter({ url, timeout: busyTimeout }, short);
}

/** Opens a database. WAL stays in the file; every commit is flushed (`synchronous` is FULL). */
export function openDatabase(url: string): Database {
  mkdirSync(dirname(fileOf(url)), { recursive: true });
  const adapter = databaseAdapter(url);
  const { short } = adapter;
  const database = new PrismaClient({
    adapter,
    // The other formats print what was to be written, and that would end in the log.
    errorFormat: "minimal",
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  shortWays.set(database, short);
  const disconnect = database.$disconnect.bind(database);
  return Object.assign(database, {
    $disconnect: async () => {
      short.reader.close();
      short.writer.close();
      await disconnect();
    },
  });
}

/**
 * The first cell that a query finds, bytes as text; undefined where it finds no row. The short way for reads that
 * every page makes; inside a transaction it is Prisma's, so that it sees what was written there.
 */
export async function readCell(
  database: Database | Transaction,
  query: Prisma.Sql,
): Promise<Cell | undefined> {
  const short = shortWays.get(database);
  if (short !== undefined) return short.reader.cell(query.sql, query.values as Parameter[]);
  const [row] = await database.$queryRaw<Record<string, Cell | Uint8Array>[]>(query);
  return row === undefined ? undefined : textOf(Object.values(row)[0]);
}

/**
 * Writes these units, each wholly or not at all, with one wait for the disk; durable when it is answered. The
 * short way for what many learners write at once. One that breaks a rule of the database (a unique key, a row
 * that is not there) takes none of the others with it; trouble with the file is thrown, and then none stands.
 */
export function writeTogether(
  database: Database,
  units: readonly Unit[],
): Promise<readonly Outcome[]> {
  return writerOf(database).write(units);
}

/** What the connections that write must be for "acknowledged means durable"; empty when all is well. */
export async function connectionProblems(database: Database): Promise<string[]> {
  const wanted = {
    journal_mode: "wal",
    synchronous: "2",
    foreign_keys: "1",
    busy_timeout: String(busyTimeout),
  };
  const problems: string[] = [];
  for (const [pragma, value] of Object.entries(wanted)) {
    const rows = await database.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`);
    const ours = String(Object.values(rows[0] ?? {})[0]);
    const short = writerOf(database).pragma(pragma);
    const found = [ours, short].find((one) => one !== value);
    if (found !== undefined) {
      problems.push(`The database's ${pragma} is ${found}; it should be ${value}.`);
    }
  }
  return problems;
}

/**
 * Keeps one connection of this process open until the result is called, whatever becomes of the
 * others: it is by this that `npm run restore` can tell that a server uses the database. The
 * adapter's own come and go. Puts the file into WAL, which a restored one is not in. (This process
 * must not open the file by other means: closing it would free the lock. See fcntl_locking(2).)
 */
export async function holdOpen(url: string): Promise<() => void> {
  const client = createClient({ url, timeout: busyTimeout });
  await client.executeMultiple("PRAGMA journal_mode = WAL; SELECT count(*) FROM sqlite_schema");
  return () => client.close();
}

/** The process's own client, opened at first use. */
export function db(): Database {
  return perProcess("database", () => openDatabase(environment().databaseUrl));
}
