/** The database client. libsql and not better-sqlite3: see docs/decisions/002. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { createClient } from "@libsql/client";
import { environment } from "~/server/env.server";
import { PrismaClient, type Prisma } from "~/server/generated/prisma/client";
import { perProcess } from "~/server/per-process.server";
import { Reader, textOf, type Cell, type Parameter } from "~/server/reader.server";
import { SqliteAdapter } from "~/server/sqlite-adapter.server";

export type Database = PrismaClient;
/** What may be called inside a transaction. Nothing but database calls belong in one. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** How long a statement waits for another process's write lock, in milliseconds. */
const busyTimeout = 5000;

const readers = new WeakMap<object, Reader>();

/** The file that a URL names; null for a database in memory, which has no second way in. */
function fileOf(url: string): string | null {
  if (!url.startsWith("file:") || url === "file::memory:") return null;
  return decodeURIComponent(url.slice("file:".length));
}

export function databaseAdapter(url: string): SqliteAdapter {
  const file = fileOf(url);
  const reader = file === null ? null : new Reader(file, busyTimeout);
  return new SqliteAdapter({ url, timeout: busyTimeout }, reader);
}

/** Opens a database. WAL stays in the file; every commit is flushed (`synchronous` is FULL). */
export function openDatabase(url: string): Database {
  const file = fileOf(url);
  if (file !== null) mkdirSync(dirname(file), { recursive: true });
  const adapter = databaseAdapter(url);
  const { reader } = adapter;
  const database = new PrismaClient({
    adapter,
    // The other formats print what was to be written, and that would end in the log.
    errorFormat: "minimal",
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  if (reader === null) return database;
  readers.set(database, reader);
  const disconnect = database.$disconnect.bind(database);
  return Object.assign(database, {
    $disconnect: async () => {
      reader.close();
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
  const reader = readers.get(database);
  if (reader !== undefined) return reader.cell(query.sql, query.values as Parameter[]);
  const [row] = await database.$queryRaw<Record<string, Cell | Uint8Array>[]>(query);
  return row === undefined ? undefined : textOf(Object.values(row)[0]);
}

/** What the connection must be for "acknowledged means durable"; empty when all is well. */
export async function connectionProblems(database: Database): Promise<string[]> {
  const wanted = {
    journal_mode: "wal",
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: busyTimeout,
  };
  const problems: string[] = [];
  for (const [pragma, value] of Object.entries(wanted)) {
    const rows = await database.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`);
    const found = Object.values(rows[0] ?? {})[0];
    if (String(found) !== String(value)) {
      problems.push(`The database's ${pragma} is ${String(found)}; it should be ${String(value)}.`);
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
