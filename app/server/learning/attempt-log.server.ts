/**
 * The stored log of an attempt: reading it whole, and appending to it. Two unique keys of the
 * table, (attempt, seq) and (attempt, key), decide every race; nothing is ever updated or removed.
 */
import { z } from "zod";
import type { AttemptEvent } from "~/core/scenario/attempt";
import { readCell, type Database, type Transaction } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { jsonRows } from "~/server/json-rows.server";

export const modes = ["practice", "official"] as const;
export type Mode = (typeof modes)[number];

export interface StoredEvent {
  readonly seq: number;
  readonly key: string;
  /** JSON text of an `AttemptEvent`, as far as the database can promise. */
  readonly payload: string;
  readonly at: Date;
}

export interface StoredAttempt {
  readonly id: string;
  readonly personId: string;
  readonly scenarioSlug: string;
  /** Hash of the revision that it is played from. */
  readonly revision: string;
  readonly mode: Mode;
  readonly startedAt: Date;
  readonly timeZone: string;
  readonly endedAt: Date | null;
  /** Others may see its replay, because the person shared it. */
  readonly shared: boolean;
  /** In the order of their sequence numbers. */
  readonly events: readonly StoredEvent[];
}

const storedAttempt = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string().nullable(),
  z.number(),
  z.array(z.tuple([z.number(), z.string(), z.string(), z.string()])),
]);

/** One query for the attempt and its events: every moment pays for it, and `include` makes two. */
export async function readAttempt(
  database: Database | Transaction,
  id: string,
): Promise<StoredAttempt | null> {
  const found = await readCell(
    database,
    Prisma.sql`
    SELECT json_array(a."personId", a."scenarioSlug", a."revisionHash", a."mode", a."startedAt",
      a."timeZone", a."endedAt",
      EXISTS (SELECT 1 FROM "AttemptSharing" s WHERE s."attemptId" = a."id"),
      json((SELECT json_group_array(json_array(e."seq", e."key", e."payload", e."at"))
        FROM "AttemptEvent" e WHERE e."attemptId" = a."id")))
    FROM "Attempt" a WHERE a."id" = ${id}`,
  );
  if (typeof found !== "string") return null;
  const [personId, scenarioSlug, revision, mode, startedAt, timeZone, endedAt, shared, events] =
    storedAttempt.parse(JSON.parse(found));
  return {
    id,
    personId,
    scenarioSlug,
    revision,
    mode: mode === "official" ? "official" : "practice",
    startedAt: new Date(startedAt),
    timeZone,
    endedAt: endedAt === null ? null : new Date(endedAt),
    shared: shared === 1,
    events: events
      .map(([seq, key, payload, at]) => ({ seq, key, payload, at: new Date(at) }))
      .sort((one, other) => one.seq - other.seq),
  };
}

type EventCells = readonly [string, number, string, string, string];

/**
 * The events of these attempts, by attempt and in the order of their sequence numbers. Read as JSON
 * too: where a number was edited past 2^53, libsql would refuse the answer, and with it every log that
 * is sound. `attempts` are ids: a list of them, or a query.
 */
export async function eventsByAttempt(
  database: Database | Transaction,
  attempts: Prisma.Sql,
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const rows = await jsonRows<EventCells>(
    database,
    ["attemptId", "seq", "key", "payload", "at"],
    Prisma.sql`SELECT * FROM "AttemptEvent" WHERE "attemptId" IN (${attempts})
      ORDER BY "attemptId", "seq" LIMIT -1`,
  );
  const found = new Map<string, StoredEvent[]>();
  for (const [attemptId, seq, key, payload, at] of rows) {
    const events = found.get(attemptId) ?? [];
    events.push({ seq, key, payload, at: new Date(at) });
    found.set(attemptId, events);
  }
  return found;
}

export interface NewEvent {
  readonly attemptId: string;
  readonly seq: number;
  readonly key: string;
  readonly event: AttemptEvent;
  readonly at: Date;
}

/**
 * Appends one event; throws a unique violation where the sequence number or the key is taken. One
 * statement, and no more around it: every choice of everyone waits for it.
 */
export async function appendEvent(
  database: Database | Transaction,
  { attemptId, seq, key, event, at }: NewEvent,
): Promise<void> {
  await database.$executeRaw`
    INSERT INTO "AttemptEvent" ("attemptId", "seq", "key", "payload", "at")
    VALUES (${attemptId}, ${seq}, ${key}, ${JSON.stringify(event)}, ${at})`;
}

/** Prisma's own unique violation, and that of a raw statement. */
const unique = z.union([
  z.object({ code: z.literal("P2002") }),
  z.object({
    code: z.literal("P2010"),
    meta: z.object({
      driverAdapterError: z.object({
        cause: z.object({ kind: z.literal("UniqueConstraintViolation") }),
      }),
    }),
  }),
]);

/** Somebody was quicker: the row that we wanted to write is there already. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && unique.safeParse(error).success;
}
