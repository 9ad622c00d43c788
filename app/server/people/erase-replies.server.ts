/** What erasing a person takes out of the logs of their runs: for the preview and the erasure alike. */
import { withoutWords } from "~/core/scenario/erase-words";
import { readAttemptEvent } from "~/core/scenario/attempt-event.schema";
import type { Database, Transaction } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { jsonRows } from "~/server/json-rows.server";
import { readableJson } from "~/server/readable-json.server";

/** An event that was not readable may hold anything: it stays in its place, and unreadable. */
const unreadable = JSON.stringify({ type: "erased" });

function payloadWithoutWords(payload: string): string {
  const event = readAttemptEvent(readableJson(payload));
  return event === null ? unreadable : JSON.stringify(withoutWords(event));
}

export interface Emptied {
  /**
   * The number that SQLite itself gives a row, as every other column may have been edited by hand;
   * text, since it can be larger than a number here.
   */
  readonly row: string;
  /** The payload that takes the place of the one with words. */
  readonly payload: string;
}

/** Events that hold words, or may; also where a hand put the id of their run there as bytes. */
export async function eventsToEmpty(
  database: Database | Transaction,
  personId: string,
): Promise<readonly Emptied[]> {
  const events = await jsonRows<readonly [row: string, payload: string]>(
    database,
    ["row", "payload"],
    Prisma.sql`SELECT CAST(e.rowid AS TEXT) AS "row", e."payload" FROM "AttemptEvent" e
      JOIN "Attempt" a ON e."attemptId" IN (CAST(a."id" AS TEXT), CAST(a."id" AS BLOB))
      WHERE a."personId" IN (${personId}, CAST(${personId} AS BLOB))`,
  );
  return events.flatMap(([row, before]) => {
    const payload = payloadWithoutWords(before);
    return payload === before ? [] : [{ row, payload }];
  });
}

export async function eraseReplies(transaction: Transaction, personId: string): Promise<number> {
  const events = await eventsToEmpty(transaction, personId);
  for (const { row, payload } of events) {
    await transaction.$executeRaw`
      UPDATE "AttemptEvent" SET "payload" = ${payload} WHERE rowid = CAST(${row} AS INTEGER)`;
  }
  return events.length;
}
