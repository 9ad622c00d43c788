/**
 * A second way to the same file, for the reads that every page makes: statements prepared once, on a
 * connection of their own. Prisma prepares each anew and builds every cell as an object: a read that
 * costs 0.03 ms here costs 1 ms there (docs/decisions/017). In WAL it sees all that was committed
 * before it began, so a page always shows what its own request has written.
 */
import type { InValue, ResultSet } from "@libsql/client";
import LibsqlConnection from "libsql";
import { answerOf, guarded, type Guarded } from "~/server/rows-in-bytes.server";

/** A cell as SQLite has it: instants are text, booleans 0 or 1. */
export type Cell = string | number | null;

/** What a statement may be given. */
export type Parameter = Cell | boolean | Date;

/** Texts of statements are few; a filter with many lists must not fill the memory. */
const keptStatements = 200;

/** Text as bytes: libsql ends the whole process where one is no UTF-8 (docs/decisions/038). */
const cellInBytes = (sql: string) =>
  `WITH asked(c) AS MATERIALIZED (${sql}\n) SELECT CASE WHEN typeof(c) = 'text' THEN CAST(c AS BLOB) ELSE c END FROM asked`;

const asItIs = (sql: string) => sql;

export function textOf(found: Cell | Uint8Array | undefined): Cell | undefined {
  if (!(found instanceof Uint8Array)) return found;
  return Buffer.from(found.buffer, found.byteOffset, found.byteLength).toString("utf8");
}

/** As Prisma's adapter writes them, so that texts compare. */
export function asCell(parameter: Parameter): Cell {
  if (parameter instanceof Date) return parameter.toISOString().replace("Z", "+00:00");
  return typeof parameter === "boolean" ? Number(parameter) : parameter;
}

export class Reader {
  readonly #path: string;
  readonly #timeout: number;
  #connection: LibsqlConnection.Database | null = null;
  readonly #statements = new Map<string, LibsqlConnection.Statement>();
  readonly #guarded = new Map<string, Guarded | null>();

  /** `timeout` in milliseconds: how long a read waits where even a reader must. */
  constructor(path: string, timeout: number) {
    this.#path = path;
    this.#timeout = timeout;
  }

  /** The first cell of the first row, bytes as text; undefined where there is no row. */
  cell(sql: string, parameters: readonly Parameter[]): Cell | undefined {
    const row = this.#first(sql, cellInBytes, parameters.map(asCell));
    return textOf((row as [Cell | Uint8Array] | undefined)?.[0]);
  }

  /** What a statement of Prisma's becomes, so that what it gives comes in bytes; null where it may stay. */
  guardedOf(sql: string): Guarded | null {
    const known = this.#guarded.get(sql);
    if (known !== undefined) return known;
    if (this.#guarded.size >= keptStatements) this.#guarded.clear();
    const made = guarded(sql, (text) => this.#open().prepare(text).columns());
    this.#guarded.set(sql, made);
    return made;
  }

  /** All rows that a query finds. */
  rows(query: Guarded, parameters: readonly InValue[]): ResultSet {
    const given = parameters.map((one) => (typeof one === "boolean" ? Number(one) : one));
    const [all] = this.#first(query.sql, asItIs, given) as [Uint8Array];
    return answerOf([all], query);
  }

  #first(sql: string, written: (sql: string) => string, parameters: readonly unknown[]): unknown {
    try {
      return this.#prepared(sql, written).get(parameters);
    } catch (error) {
      // A statement that failed may be left half-way, and would hold on to an old view of the file.
      this.close();
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#guarded.clear();
    this.#connection?.close();
    this.#connection = null;
  }

  #prepared(sql: string, written: (sql: string) => string): LibsqlConnection.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= keptStatements) this.#statements.clear();
    const made = this.#open().prepare(written(sql)).raw();
    this.#statements.set(sql, made);
    return made;
  }

  #open(): LibsqlConnection.Database {
    if (this.#connection !== null) return this.#connection;
    const connection = new LibsqlConnection(this.#path, { timeout: this.#timeout });
    connection.exec("PRAGMA query_only = 1");
    this.#connection = connection;
    return connection;
  }
}
