/**
 * Having a database to oneself. A program that has a database in WAL mode open holds a lock on it
 * for as long as it runs, used or not, and the system frees it when the program ends, however it
 * ends: so leaving WAL mode, which needs the file alone, tells honestly whether anybody has it.
 * https://www.sqlite.org/wal.html#activating_and_configuring_wal_mode
 */
import { createClient, type Client } from "@libsql/client";
import { storageProblem } from "~/server/storage-problem.server";

/** How long to wait for a program that is just closing, in milliseconds. */
const patience = 2000;

/**
 * The client ends a transaction that is open at the end of a call, and with it the lock; a connection
 * whose mode is exclusive keeps the lock that it once had. https://www.sqlite.org/pragma.html#pragma_locking_mode
 */
const hold = `
  PRAGMA journal_mode = DELETE;
  PRAGMA locking_mode = EXCLUSIVE;
  BEGIN EXCLUSIVE;
  COMMIT`;

/** Closing alone gives the lock up only once the connection is collected. */
const letGo = `
  PRAGMA locking_mode = NORMAL;
  SELECT 1 FROM sqlite_master`;

export type Held =
  /** Everything is in the one file now, and nobody else can open it until `release`. */
  | { readonly kind: "alone"; readonly client: Client; readonly release: () => Promise<void> }
  | { readonly kind: "in-use" }
  /** Not a database any more. */
  | { readonly kind: "unreadable" };

export async function holdAlone(file: string): Promise<Held> {
  const client = createClient({ url: `file:${file}`, timeout: patience });
  try {
    await client.executeMultiple(hold);
  } catch (error) {
    client.close();
    const kind = storageProblem(error)?.kind;
    if (kind === "locked") return { kind: "in-use" };
    if (kind === "unreadable") return { kind: "unreadable" };
    throw error;
  }
  const release = async () => {
    try {
      await client.executeMultiple(letGo);
    } finally {
      client.close();
    }
  };
  return { kind: "alone", client, release };
}
