/** What the logs say of clocks: which runs were timed, and what a person chose last. */
import { timeSettings, type TimeSetting } from "~/core/scenario/attempt-event";
import type { Database } from "~/server/db.server";
import { readEvents } from "~/server/learning/attempt-state.server";

/**
 * What the person chose at the latest run that asked: somebody who needs more time is not asked for
 * it anew in every role-play. Null where none did.
 */
export async function lastTimeSetting(
  database: Database,
  personId: string,
): Promise<TimeSetting | null> {
  const rows = await database.$queryRaw<{ readonly time: string }[]>`
    SELECT "time" FROM (
      SELECT a."id", a."startedAt",
        CASE WHEN json_valid(e."payload") THEN json_extract(e."payload", '$.time') END AS "time"
      FROM "Attempt" a JOIN "AttemptEvent" e ON e."attemptId" = a."id" AND e."seq" = 0
      WHERE a."personId" = ${personId}
    ) WHERE "time" IS NOT NULL ORDER BY "startedAt" DESC, "id" DESC LIMIT 1`;
  return timeSettings.find((setting) => setting === rows[0]?.time) ?? null;
}

/** By attempt; one that had no timed moment is left out. */
export async function timeSettingsOf(
  database: Database,
  attemptIds: readonly string[],
): Promise<ReadonlyMap<string, TimeSetting>> {
  if (attemptIds.length === 0) return new Map();
  const rows = await database.attemptEvent.findMany({
    where: { attemptId: { in: [...attemptIds] }, seq: 0 },
  });
  return new Map(
    rows.flatMap((row) => {
      const events = readEvents([row]);
      const first = typeof events === "string" ? undefined : events[0];
      return first?.type === "attempt.started" && first.time !== undefined
        ? [[row.attemptId, first.time] as const]
        : [];
    }),
  );
}
