/**
 * Answers that arrive together are written together: one statement, so one wait for the disk and one
 * way through Prisma, however many learners are in it. Each is told of its own event, and only once
 * that is durable.
 */
import type { Database } from "~/server/db.server";
import { insertEvents, type NewEvent } from "~/server/learning/attempt-log.server";
import { storageProblem } from "~/server/storage-problem.server";

interface Waiting {
  readonly event: NewEvent;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** SQLite takes 32,766 values in a statement; an event has five. https://www.sqlite.org/limits.html */
const mostInOne = 500;

const queues = new WeakMap<Database, Waiting[]>();

/** Appends one event; throws a unique violation where the sequence number or the key is taken. */
export function appendTogether(database: Database, event: NewEvent): Promise<void> {
  return new Promise((resolve, reject) => {
    const one: Waiting = { event, resolve, reject };
    const queue = queues.get(database);
    if (queue !== undefined) {
      queue.push(one);
      return;
    }
    const begun = [one];
    queues.set(database, begun);
    // What else came in with this one joins it before anything is written.
    setImmediate(() => void writeAll(database, begun));
  });
}

/** Until nobody waits: what arrives during a write is the next. */
async function writeAll(database: Database, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) await write(database, queue.splice(0, mostInOne));
  queues.delete(database);
}

/**
 * A statement is all or nothing, so one event that breaks a rule takes the others with it, and then
 * each is tried by itself. Where the file is in trouble that would help nobody: all are told.
 */
async function write(database: Database, together: readonly Waiting[]): Promise<void> {
  try {
    await insertEvents(
      database,
      together.map(({ event }) => event),
    );
    for (const { resolve } of together) resolve();
  } catch (error) {
    if (together.length === 1 || storageProblem(error) !== null) {
      for (const { reject } of together) reject(error);
    } else {
      for (const one of together) await write(database, [one]);
    }
  }
}
