/**
 * The stored log of an attempt: reading it whole, and appending to it. Two unique keys of the
 * table, (attempt, seq) and (attempt, key), decide every race; nothing is ever updated or removed.
 */
import { z } from "zod";
import type { AttemptEvent } from "~/core/scenario/attempt";
import type { Database, Transaction } from "~/server/db.server";

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
  /** In the order of their sequence numbers. */
  readonly events: readonly StoredEvent[];
}

interface Row {
  readonly personId: string;
  readonly scenarioSlug: string;
  readonly revisionHash: string;
  readonly mode: string;
  readonly startedAt: Date | string;
  readonly timeZone: string;
  readonly endedAt: Date | string | null;
  readonly events: string;
}

const storedEvents = z.array(z.tuple([z.number(), z.string(), z.string(), z.string()]));

/** One query for the attempt and its events: every moment pays for it, and `include` makes two. */
export async function readAttempt(
  database: Database | Transaction,
  id: string,
): Promise<StoredAttempt | null> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT a."personId", a."scenarioSlug", a."revisionHash", a."mode", a."startedAt",
      a."timeZone", a."endedAt",
      (SELECT json_group_array(json_array(e."seq", e."key", e."payload", e."at"))
        FROM "AttemptEvent" e WHERE e."attemptId" = a."id") AS "events"
    FROM "Attempt" a WHERE a."id" = ${id}`;
  const row = rows[0];
  if (row === undefined) return null;
  const events = storedEvents
    .parse(JSON.parse(row.events))
    .map(([seq, key, payload, at]) => ({ seq, key, payload, at: new Date(at) }))
    .sort((one, other) => one.seq - other.seq);
  return {
    id,
    personId: row.personId,
    scenarioSlug: row.scenarioSlug,
    revision: row.revisionHash,
    mode: row.mode === "official" ? "official" : "practice",
    startedAt: new Date(row.startedAt),
    timeZone: row.timeZone,
    endedAt: row.endedAt === null ? null : new Date(row.endedAt),
    events,
  };
}

export interface NewEvent {
  readonly attemptId: string;
  readonly seq: number;
  readonly key: string;
  readonly event: AttemptEvent;
  readonly at: Date;
}

/** Appends one event; throws a unique violation where the sequence number or the key is taken. */
export async function appendEvent(
  database: Database | Transaction,
  { attemptId, seq, key, event, at }: NewEvent,
): Promise<void> {
  await database.attemptEvent.create({
    data: { attemptId, seq, key, payload: JSON.stringify(event), at },
    select: { seq: true },
  });
}

/** Somebody was quicker: the row that we wanted to write is there already. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}
