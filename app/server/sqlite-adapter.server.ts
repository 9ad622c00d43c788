/**
 * Prisma's libsql adapter, with four things mended.
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
 * A cell that somebody edited into what its column is not for comes as something readable.
 */
import {
  LibsqlError,
  type Client,
  type Config,
  type InStatement,
  type ResultSet,
} from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { readableCells } from "~/server/damaged-cells.server";

/** SQLITE_BUSY and SQLITE_LOCKED: https://www.sqlite.org/rescode.html */
const lockCodes = [5, 6];
const constraintCode = 19;

/** The result code of a failure; extended codes keep the primary one in the low byte. */
function codeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("rawCode" in error)) return null;
  return typeof error.rawCode === "number" ? error.rawCode & 0xff : null;
}

const isLockFailure = (error: unknown) => lockCodes.includes(codeOf(error) ?? 0);

/** A transaction on the client's own connection. */
class OpenTransaction {
  readonly #client: Client;
  #isOver = false;

  constructor(client: Client) {
    this.#client = client;
  }

  /**
   * After a row that broke a rule the transaction goes on. After anything else it is over: a full
   * disk has rolled it back already, and the next statement would be committed by itself.
   */
  async execute(statement: InStatement) {
    if (this.#isOver) throw new LibsqlError("The transaction is over", "TRANSACTION_CLOSED");
    try {
      return await this.#client.execute(statement);
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
  }

  /** Where nothing is open any more there is nothing to roll back, and SQLite says so. */
  async rollback() {
    if (this.#isOver) return;
    this.#isOver = true;
    await this.#client.execute("ROLLBACK").catch(() => undefined);
  }
}

function onOneConnection(client: Client): Client {
  const execute: (statement: InStatement) => Promise<ResultSet> = client.execute.bind(client);
  return Object.assign(client, {
    execute: async (statement: InStatement) => {
      try {
        return readableCells(await execute(statement));
      } catch (error) {
        if (isLockFailure(error)) client.reconnect();
        throw error;
      }
    },
    transaction: async () => {
      await client.execute("BEGIN IMMEDIATE");
      return new OpenTransaction(client);
    },
  });
}

export class SqliteAdapter extends PrismaLibSql {
  override createClient(config: Config): Client {
    return onOneConnection(super.createClient(config));
  }
}
