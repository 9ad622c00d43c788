/**
 * The stored log of an attempt: reading it whole, and appending to it. Two unique keys of the
 * table, (attempt, seq) and (attempt, key), decide every race; nothing is ever updated or removed.
 */
import { z } from "zod";
import type { AttemptEvent } from "~/core/scenario/attempt";
import { readCell, type Database, type Transaction } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { jsonRows, withoutBytes } from "~/server/json-rows.server";

export const modes = ["practice", "official"] as const;
export type Mode = (typeof modes)[number];

export interface StoredEvent {
  /** -1 where a hand put something else there than a whole number. */
  readonly seq: number;
  readonly key: string;
  /** JSON text of an `AttemptEvent`, as far as the database can promise. */
  readonly payload: string;
  /** An invalid date where a hand put something else there. */
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
  /** What of the row itself cannot be as it was written; null where all of it can. */
  readonly damage: string | null;
  /** In the order of their sequence numbers. */
  readonly events: readonly StoredEvent[];
}

const eventColumns = ["seq", "key", "payload", "at"] as const;

/** SQLite keeps any kind of value in a column for numbers or instants, and text or bytes in one for text. */
type EventCells = readonly [
  seq: number | string,
  key: string,
  payload: string,
  at: number | string,
];

function eventOf([seq, key, payload, at]: EventCells): StoredEvent {
  return { seq: typeof seq === "number" ? seq : -1, key, payload, at: new Date(at) };
}

type AttemptCells = readonly [
  personId: string,
  scenarioSlug: string,
  revision: string,
  mode: string,
  startedAt: number | string,
  timeZone: string,
  endedAt: number | string | null,
  shared: number,
  events: readonly EventCells[],
];

interface Dated {
  readonly mode: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

function damageOf({ mode, startedAt, endedAt }: Dated): string | null {
  if (!modes.some((known) => known === mode)) return "it is neither practice nor official";
  if (Number.isNaN(startedAt.getTime())) return "when it began cannot be read";
  return Number.isNaN(endedAt?.getTime()) ? "when it ended cannot be read" : null;
}

const asJson = (table: string, columns: readonly string[]) =>
  Prisma.join(columns.map((column) => withoutBytes(Prisma.raw(`${table}."${column}"`))));

const attemptColumns = [
  ...["personId", "scenarioSlug", "revisionHash", "mode"],
  ...["startedAt", "timeZone", "endedAt"],
];

/** One query for the attempt and its events: every moment pays for it, and `include` makes two. */
export async function readAttempt(
  database: Database | Transaction,
  id: string,
): Promise<StoredAttempt | null> {
  const found = await readCell(
    database,
    Prisma.sql`
    SELECT json_array(${asJson("a", attemptColumns)},
      EXISTS (SELECT 1 FROM "AttemptSharing" s WHERE s."attemptId" = a."id"),
      json((SELECT json_group_array(json_array(${asJson("e", eventColumns)}))
        FROM "AttemptEvent" e WHERE e."attemptId" = a."id")))
    FROM "Attempt" a WHERE a."id" = ${id}`,
  );
  if (typeof found !== "string") return null;
  const [personId, scenarioSlug, revision, mode, began, timeZone, ended, shared, events] =
    JSON.parse(found) as AttemptCells;
  const startedAt = new Date(began);
  const endedAt = ended === null ? null : new Date(ended);
  return {
    id,
    personId,
    scenarioSlug,
    revision,
    mode: mode === "official" ? "official" : "practice",
    startedAt,
    timeZone,
    endedAt,
    shared: shared === 1,
    damage: damageOf({ mode, startedAt, endedAt }),
    events: events.map(eventOf).sort((one, other) => one.seq - other.seq),
  };
}

type EventRow = readonly [attemptId: string, ...EventCells];

/**
 * The events of these attempts, by attempt and in the order of their sequence numbers. Read as JSON
 * too: where a number was edited past 2^53, libsql would refuse the answer, and with it every log that
 * is sound. `attempts` are ids: a list of them, or a query. `only` narrows the events.
 */
export async function eventsByAttempt(
  database: Database | Transaction,
  attempts: Prisma.Sql,
  only: Prisma.Sql = Prisma.sql`1 = 1`,
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const rows = await jsonRows<EventRow>(
    database,
    ["attemptId", ...eventColumns],
    Prisma.sql`SELECT * FROM "AttemptEvent" WHERE "attemptId" IN (${attempts}) AND ${only}
      ORDER BY "attemptId", "seq" LIMIT -1`,
  );
  const found = new Map<string, StoredEvent[]>();
  for (const [attemptId, ...cells] of rows) {
    const events = found.get(attemptId) ?? [];
    events.push(eventOf(cells));
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

/** Appends an event; a unique violation where its sequence number or its key is taken. */
export function insertionOf({ attemptId, seq, key, event, at }: NewEvent): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "AttemptEvent" ("attemptId", "seq", "key", "payload", "at")
    VALUES (${attemptId}, ${seq}, ${key}, ${JSON.stringify(event)}, ${at})`;
}

/** Appends an event within a transaction of more. */
export async function insertEvent(transaction: Transaction, event: NewEvent): Promise<void> {
  await transaction.$executeRaw(insertionOf(event));
}

/** SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE: https://www.sqlite.org/rescode.html */
const uniqueCodes = [1555, 2067] as const;

/** Prisma's own unique violation, that of a raw statement, and the driver's. */
const unique = z.union([
  z.object({ code: z.literal("P2002") }),
  z.object({ rawCode: z.literal(uniqueCodes) }),
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
