/** A person's own record, for their eyes: what is complete and why, their runs, and what they showed. */
import { behaviourName } from "~/core/behaviour/behaviour";
import type { Evidence } from "~/core/completion/decide";
import { becauseInWords, type OwnCompletion } from "~/core/completion/record";
import type { CompletionKind } from "~/core/completion/rule";
import { groupRecords, type RecordGroup } from "~/core/completion/grouped";
import { sumBehaviours, type BehaviourSum } from "~/core/practice/behaviour-sum";
import type { OwnAttempt } from "~/core/practice/own-runs";
import { scoreOf } from "~/core/scenario/scoring";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { jsonRows } from "~/server/json-rows.server";
import { findAttempt } from "~/server/learning/attempt-state.server";
import { timeSettingsOf } from "~/server/learning/attempt-time.server";

interface OwnBehaviour extends Omit<BehaviourSum, "behaviour"> {
  readonly name: string;
}

/** Null too where the row was damaged: the record is shown all the same, without the way to the run. */
function attemptIn(evidence: string): string | null {
  try {
    const items = JSON.parse(evidence) as readonly Evidence[];
    return items.find(({ kind }) => kind === "attempt")?.id ?? null;
  } catch {
    return null;
  }
}

export async function listOwnCompletions(
  database: Database,
  personId: string,
): Promise<readonly OwnCompletion[]> {
  const rows = await database.completion.findMany({
    where: { personId },
    orderBy: [{ completedAt: "desc" }, { id: "desc" }],
  });
  const corrected = new Set(rows.map(({ correctsId }) => correctsId));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as CompletionKind,
    slug: row.slug,
    title: row.title,
    outcome: corrected.has(row.id) ? "corrected" : row.outcome,
    validUntil: row.validUntil,
    because: becauseInWords(row),
    attemptId: attemptIn(row.evidence),
    completedAt: row.completedAt.toISOString(),
    timeZone: row.timeZone,
    rule: row.rule,
  }));
}

/** The same, each course with what belongs to it. */
export async function readOwnRecord(
  database: Database,
  { courses }: Catalogue,
  personId: string,
): Promise<readonly RecordGroup[]> {
  const outlines = courses.map(({ definition }) => definition);
  return groupRecords(await listOwnCompletions(database, personId), outlines);
}

interface OwnAttempts {
  /** The latest first. */
  readonly runs: readonly OwnAttempt[];
  /** How many there are beyond these, by role-play; where there are any. */
  readonly older: Readonly<Record<string, number>>;
}

/** No more than a page shows: the latest of each role-play and way of playing, so that practice hides no official run. */
export async function listOwnAttempts(
  database: Database,
  personId: string,
  most = 10,
): Promise<OwnAttempts> {
  const placed = await jsonRows<readonly [id: string, slug: string, place: number]>(
    database,
    ["id", "scenarioSlug", "place"],
    Prisma.sql`
      SELECT "id", "scenarioSlug", ROW_NUMBER() OVER (
        PARTITION BY "scenarioSlug", "mode" ORDER BY "startedAt" DESC, "id" DESC) AS "place"
      FROM "Attempt" WHERE "personId" = ${personId}`,
  );
  const older: Record<string, number> = {};
  for (const [, slug, place] of placed) if (place > most) older[slug] = (older[slug] ?? 0) + 1;
  const listed = placed.flatMap(([id, , place]) => (place > most ? [] : [id]));
  return { runs: await readRuns(database, listed), older };
}

async function readRuns(
  database: Database,
  ids: readonly string[],
): Promise<readonly OwnAttempt[]> {
  const rows = await database.attempt.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      scenarioSlug: true,
      mode: true,
      outcome: true,
      startedAt: true,
      endedAt: true,
      timeZone: true,
      revision: { select: { title: true } },
    },
  });
  const times = await timeSettingsOf(database, ids);
  return rows.map(({ revision, scenarioSlug, startedAt, endedAt, mode, outcome, ...row }) => ({
    ...row,
    slug: scenarioSlug,
    time: times.get(row.id) ?? null,
    ended: endedAt !== null,
    title: revision?.title ?? scenarioSlug,
    mode: mode as OwnAttempt["mode"],
    outcome: outcome as OwnAttempt["outcome"],
    startedAt: startedAt.toISOString(),
  }));
}

interface OwnBehaviours {
  readonly behaviours: readonly OwnBehaviour[];
  /** Over how many runs, where there are more of them; null where it is over all. */
  readonly latest: number | null;
}

/** Behaviours over the person's latest official runs that ended, each scored by its own revision. */
export async function ownBehaviours(
  database: Database,
  { vocabulary }: Catalogue,
  personId: string,
  most = 25,
): Promise<OwnBehaviours> {
  const rows = await database.attempt.findMany({
    where: { personId, mode: "official", endedAt: { not: null } },
    orderBy: { startedAt: "desc" },
    take: most + 1,
    select: { id: true },
  });
  const runs = await Promise.all(
    rows.slice(0, most).map(({ id }) => findAttempt(database, { attemptId: id, personId })),
  );
  // A log that does not replay is said so where it is opened; it has no score to add here.
  const scores = runs.flatMap((run) =>
    run?.kind === "live" ? [scoreOf(run.scenario, run.state)] : [],
  );
  const tags = vocabulary.map(({ tag }) => tag);
  const behaviours = sumBehaviours(scores, tags).map(({ behaviour, ...counts }) => ({
    name: behaviourName(vocabulary, behaviour),
    ...counts,
  }));
  return { behaviours, latest: rows.length > most ? most : null };
}
