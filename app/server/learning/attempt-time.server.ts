/** What the logs say of clocks: which runs were timed, and what a person chose last. */
import { timeSettings, type TimeSetting } from "~/core/scenario/attempt-event";
import { readCell, type Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { eventsByAttempt } from "~/server/learning/attempt-log.server";
import { readEvents } from "~/server/learning/attempt-state.server";

/**
 * What the person chose at the latest run that asked: somebody who needs more time is not asked for
 * it anew in every role-play. Null where none did.
 */
export async function lastTimeSetting(
  database: Database,
  personId: string,
): Promise<TimeSetting | null> {
  const settings = Prisma.join([...timeSettings]);
  const found = await readCell(
    database,
    Prisma.sql`
    SELECT "time" FROM (
      SELECT a."id", a."startedAt", CASE WHEN typeof(e."payload") = 'text' AND json_valid(e."payload")
        THEN json_extract(e."payload", '$.time') END AS "time"
      FROM "Attempt" a JOIN "AttemptEvent" e ON e."attemptId" = a."id" AND e."seq" = 0
      WHERE a."personId" = ${personId}
    ) WHERE "time" IN (${settings}) ORDER BY "startedAt" DESC, "id" DESC LIMIT 1`,
  );
  return timeSettings.find((setting) => setting === found) ?? null;
}

/** By attempt; one that had no timed moment is left out. */
export async function timeSettingsOf(
  database: Database,
  attemptIds: readonly string[],
): Promise<ReadonlyMap<string, TimeSetting>> {
  if (attemptIds.length === 0) return new Map();
  const firsts = await eventsByAttempt(
    database,
    Prisma.join([...attemptIds]),
    Prisma.sql`"seq" = 0`,
  );
  return new Map(
    [...firsts].flatMap(([attemptId, stored]) => {
      const events = readEvents(stored);
      const first = typeof events === "string" ? undefined : events[0];
      return first?.type === "attempt.started" && first.time !== undefined
        ? [[attemptId, first.time] as const]
        : [];
    }),
  );
}
