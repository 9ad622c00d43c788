/**
 * Prisma's libsql adapter, with one hole mended. A statement that waits for another process's lock
 * in vain (SQLITE_BUSY) is left half-way by libsql until it is garbage-collected, and SQLite commits
 * nothing else on a connection while a writing statement is half-way: later writes would be
 * acknowledged, seen by nobody else, and lost with the process. So after such a failure the
 * connection is dropped and a new one is opened. tests/integration/database-lock.test.ts proves it.
 */
import type { Client, Config, Transaction, TransactionMode } from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";

/** SQLITE_BUSY and SQLITE_LOCKED; extended codes keep the primary one in the low byte. */
const lockCodes = new Set([5, 6]);
const primaryCode = 0xff;

function isLockFailure(error: unknown): boolean {
  if (!(error instanceof Error) || !("rawCode" in error)) return false;
  return typeof error.rawCode === "number" && lockCodes.has(error.rawCode & primaryCode);
}

/** A commit that fails may leave its transaction open, and the lock with it. */
async function rollBack(transaction: Transaction): Promise<void> {
  await transaction.rollback().catch(() => undefined);
}

/** As Prisma's adapter calls it: always with a mode, without which the call is deprecated. */
interface CalledWithMode {
  transaction(mode: TransactionMode): Promise<Transaction>;
}

function withCleanFailures<Called extends CalledWithMode & Pick<Client, "execute" | "reconnect">>(
  client: Called,
) {
  const execute = client.execute.bind(client) as (...args: unknown[]) => Promise<never>;
  const begin = client.transaction.bind(client);
  return Object.assign(client, {
    execute: async (...args: unknown[]) => {
      try {
        return await execute(...args);
      } catch (error) {
        if (isLockFailure(error)) client.reconnect();
        throw error;
      }
    },
    transaction: async (mode: TransactionMode) => {
      const transaction = await begin(mode);
      const commit = transaction.commit.bind(transaction);
      return Object.assign(transaction, {
        commit: async () => {
          try {
            await commit();
          } catch (error) {
            await rollBack(transaction);
            throw error;
          }
        },
      });
    },
  });
}

export class SqliteAdapter extends PrismaLibSql {
  override createClient(config: Config): Client {
    return withCleanFailures(super.createClient(config));
  }
}
