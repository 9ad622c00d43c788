/**
 * What arrives together is written together: one transaction, so one wait for the disk, however many
 * learners are in it. Each is told of its own part, and only once that is durable.
 */
import { writeTogether, type Database } from "~/server/db.server";
import type { Prisma } from "~/server/generated/prisma/client";
import { insertionOf, type NewEvent } from "~/server/learning/attempt-log.server";

interface Waiting {
  readonly unit: readonly Prisma.Sql[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const queues = new WeakMap<Database, Waiting[]>();

/**
 * Writes these statements, all of them or none. Throws where one breaks a rule of the database, such as a unique
 * key; what others write stands.
 */
export function writeWithOthers(database: Database, unit: readonly Prisma.Sql[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const one: Waiting = { unit, resolve, reject };
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

/**
 * Appends one event, and with it what else is to be so from then on. Throws a unique violation where the
 * sequence number or the key is taken; then nothing of it is written.
 */
export function appendTogether(
  database: Database,
  event: NewEvent,
  also: readonly Prisma.Sql[] = [],
): Promise<void> {
  return writeWithOthers(database, [insertionOf(event), ...also]);
}

/** Until nobody waits: what arrives during a write is the next. */
async function writeAll(database: Database, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) await write(database, queue.splice(0));
  queues.delete(database);
}

async function write(database: Database, together: readonly Waiting[]): Promise<void> {
  try {
    const outcomes = await writeTogether(
      database,
      together.map(({ unit }) => unit),
    );
    for (const [index, { resolve, reject }] of together.entries()) {
      const broken = outcomes[index] ?? null;
      if (broken === null) resolve();
      else reject(broken);
    }
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
}
