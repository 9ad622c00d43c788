/**
 * A second way to the same file, for the reads that every page makes: statements prepared once, on a
 * connection of their own. Prisma prepares each anew and builds every cell as an object: a read that
 * costs 0.03 ms here costs 1 ms there (docs/decisions/017). In WAL it sees all that was committed
 * before it began, so a page always shows what its own request has written.
 */
import LibsqlConnection from "libsql";

/** A cell as SQLite has it: instants are text, booleans 0 or 1. */
export type Cell = string | number | null;

/** What a statement may be given. */
export type Parameter = Cell | boolean | Date;

/** Texts of statements are few; a filter with many lists must not fill the memory. */
const keptStatements = 200;

/**
 * A query that reads what a hand may have edited gives its text as bytes: text that is not UTF-8
 * ends the whole process inside libsql (tests/integration/damaged-log.test.ts).
 */
export function textOf(found: Cell | Uint8Array | undefined): Cell | undefined {
  if (!(found instanceof Uint8Array)) return found;
  return Buffer.from(found.buffer, found.byteOffset, found.byteLength).toString("utf8");
}

/** As Prisma's adapter writes them, so that texts compare. */
function asCell(parameter: Parameter): Cell {
  if (parameter instanceof Date) return parameter.toISOString().replace("Z", "+00:00");
  return typeof parameter === "boolean" ? Number(parameter) : parameter;
}

export class Reader {
  readonly #path: string;
  readonly #timeout: number;
  #connection: LibsqlConnection.Database | null = null;
  readonly #statements = new Map<string, LibsqlConnection.Statement>();

  /** `timeout` in milliseconds: how long a read waits where even a reader must. */
  constructor(path: string, timeout: number) {
    this.#path = path;
    this.#timeout = timeout;
  }

  /** The first cell of the first row, bytes as text; undefined where there is no row. */
  cell(sql: string, parameters: readonly Parameter[]): Cell | undefined {
    try {
      const row = this.#prepared(sql).get(parameters.map(asCell));
      return textOf((row as [Cell | Uint8Array] | undefined)?.[0]);
    } catch (error) {
      // A statement that failed may be left half-way, and would hold on to an old view of the file.
      this.close();
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#connection?.close();
    this.#connection = null;
  }

  #prepared(sql: string): LibsqlConnection.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= keptStatements) this.#statements.clear();
    const made = this.#open().prepare(sql).raw();
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
