/**
 * Prisma's libsql adapter, with these things mended.
 *
 * A statement that waits for another process's lock in vain (SQLITE_BUSY) is left half-way by libsql
 * until it is garbage-collected, and SQLite commits nothing else on a connection while a writing
 * statement is half-way: later writes would be acknowledged, seen by nobody else, and lost with the
 * process. So after such a failure the connection is dropped and a new one is opened.
 * tests/integration/database-lock.test.ts proves it.
 *
 * libsql's client gives its connection away with each transaction and opens another: the schema is
 * read anew, and the old one keeps its memory until it is garbage-collected. The adapter lets nothing
 * else run while a transaction is open, so here it stays on the one connection.
 *
 * A transaction takes the lock to write as it begins. One that reads first and asks for the lock
 * later is refused by SQLite at once where another process writes, without waiting its turn.
 * https://www.sqlite.org/lang_transaction.html
 *
 * A cell that somebody edited into what its column is not for comes as something readable, and text
 * that is no UTF-8 ends nothing: rows are fetched as bytes. Outside a transaction the reader does
 * that, whose statements are prepared once (docs/decisions/038).
 */
import {
  LibsqlError,
  type Client,
  type Config,
  type InStatement,
  type InValue,
  type ResultSet,
} from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { readableCells } from "~/server/damaged-cells.server";
import type { Reader } from "~/server/reader.server";
import { answerOf } from "~/server/rows-in-bytes.server";
import type { Writer } from "~/server/writer.server";

/** SQLITE_BUSY and SQLITE_LOCKED: https://www.sqlite.org/rescode.html */
const lockCodes = [5, 6];
const constraintCode = 19;

/** The result code of a failure; extended codes keep the primary one in the low byte. */
function codeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("rawCode" in error)) return null;
  return typeof error.rawCode === "number" ? error.rawCode & 0xff : null;
}

const isLockFailure = (error: unknown) => lockCodes.includes(codeOf(error) ?? 0);

type Execute = (statement: InStatement) => Promise<ResultSet>;

/** A transaction on the client's own connection. */
class OpenTransaction {
  readonly #execute: Execute;
  readonly #whenOver: () => void;
  #isOver = false;

  constructor(execute: Execute, whenOver: () => void) {
    this.#execute = execute;
    this.#whenOver = whenOver;
  }

  /**
   * After a row that broke a rule the transaction goes on. After anything else it is over: a full
   * disk has rolled it back already, and the next statement would be committed by itself.
   */
  async execute(statement: InStatement) {
    if (this.#isOver) throw new LibsqlError("The transaction is over", "TRANSACTION_CLOSED");
    try {
      return await this.#execute(statement);
    } catch (error) {
      if (codeOf(error) !== constraintCode) await this.rollback();
      throw error;
    }
  }

  async commit() {
    try {
      await this.execute("COMMIT");
    } catch (error) {
      await this.rollback();
      throw error;
    }
    this.#isOver = true;
    this.#whenOver();
  }

  /** Where nothing is open any more there is nothing to roll back, and SQLite says so. */
  async rollback() {
    if (this.#isOver) return;
    this.#isOver = true;
    await this.#execute("ROLLBACK").catch(() => undefined);
    this.#whenOver();
  }
}

/** Prisma's adapter asks in no other way. */
interface Asked {
  readonly sql: string;
  readonly args: InValue[];
}

function askedIn(statement: InStatement): Asked {
  if (typeof statement === "string") return { sql: statement, args: [] };
  const { sql, args = [] } = statement;
  if (!Array.isArray(args)) throw new LibsqlError("Parameters by name", "ARGS_INVALID");
  return { sql, args };
}

/** The cell of each row that is one, in bytes. */
function bytesIn({ rows }: ResultSet): ArrayBuffer[] {
  return rows.flatMap(({ 0: cell }) => (cell instanceof ArrayBuffer ? [cell] : []));
}

/** The short ways to a file. */
export interface ShortWays {
  readonly reader: Reader;
  readonly writer: Writer;
}

function onOneConnection(client: Client, { reader, writer }: ShortWays): Client {
  const execute: Execute = client.execute.bind(client);
  const close = client.close.bind(client);
  const onClient: Execute = async (statement) => {
    try {
      const asked = askedIn(statement);
      const guarded = reader.guardedOf(asked.sql);
      if (guarded === null) return readableCells(await execute(asked));
      const { args } = asked;
      return readableCells(answerOf(bytesIn(await execute({ sql: guarded.sql, args })), guarded));
    } catch (error) {
      if (isLockFailure(error)) client.reconnect();
      throw error;
    }
  };
  return Object.assign(client, {
    execute: async (statement: InStatement) => {
      const { sql, args } = askedIn(statement);
      const guarded = reader.guardedOf(sql);
      if (guarded?.kind !== "query") return onClient(statement);
      return readableCells(reader.rows(guarded, args));
    },
    transaction: async () => {
      const letGo = writer.hold();
      try {
        await onClient("BEGIN IMMEDIATE");
      } catch (error) {
        letGo();
        throw error;
      }
      return new OpenTransaction(onClient, letGo);
    },
    close: () => {
      reader.close();
      writer.close();
      close();
    },
  });
}

export class SqliteAdapter extends PrismaLibSql {
  /** Closed with the adapter; open again at the next read or write. */
  readonly short: ShortWays;

  constructor(config: Config, short: ShortWays) {
    super(config);
    this.short = short;
  }

  override createClient(config: Config): Client {
    return onOneConnection(super.createClient(config), this.short);
  }
}
