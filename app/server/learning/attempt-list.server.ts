/** A person's attempts, summed up by scenario: for the library and the briefing. */
import type { Database } from "~/server/db.server";

export interface ScenarioStanding {
  /** The attempt that a start goes on with. */
  readonly openPractice: string | null;
  readonly openOfficial: string | null;
  /** Official runs that ended. */
  readonly officialRuns: number;
  readonly practiceRuns: number;
  /** The latest official run that ended. */
  readonly lastOfficial: string | null;
}

export const neverPlayed: ScenarioStanding = {
  openPractice: null,
  openOfficial: null,
  officialRuns: 0,
  practiceRuns: 0,
  lastOfficial: null,
};

interface Row {
  readonly id: string;
  readonly mode: string;
  readonly endedAt: Date | null;
  readonly outcome: string | null;
  readonly openAs: string | null;
}

function withRow(standing: ScenarioStanding, row: Row): ScenarioStanding {
  const official = row.mode === "official";
  if (row.endedAt === null) {
    if (row.openAs === null) return standing;
    return { ...standing, [official ? "openOfficial" : "openPractice"]: row.id };
  }
  if (!official) return { ...standing, practiceRuns: standing.practiceRuns + 1 };
  return {
    ...standing,
    officialRuns: standing.officialRuns + 1,
    lastOfficial: row.id,
  };
}

const columns = {
  id: true,
  scenarioSlug: true,
  mode: true,
  endedAt: true,
  outcome: true,
  openAs: true,
} as const;

/** By slug, those never played left out; `slug` asks for one alone. */
export async function listStandings(
  database: Database,
  personId: string,
  slug?: string,
): Promise<ReadonlyMap<string, ScenarioStanding>> {
  const rows = await database.attempt.findMany({
    where: { personId, ...(slug === undefined ? {} : { scenarioSlug: slug }) },
    orderBy: { startedAt: "asc" },
    select: columns,
  });
  const standings = new Map<string, ScenarioStanding>();
  for (const row of rows) {
    const before = standings.get(row.scenarioSlug) ?? neverPlayed;
    standings.set(row.scenarioSlug, withRow(before, row));
  }
  return standings;
}

interface OpenElsewhere {
  readonly attemptId: string;
  readonly title: string;
}

/** Open attempts at scenarios that are not on offer any more: they can be finished all the same. */
export async function listOpenElsewhere(
  database: Database,
  standings: ReadonlyMap<string, ScenarioStanding>,
  onOffer: ReadonlySet<string>,
): Promise<readonly OpenElsewhere[]> {
  const ids = [...standings]
    .filter(([slug]) => !onOffer.has(slug))
    .flatMap(([, { openOfficial, openPractice }]) =>
      [openOfficial ?? [], openPractice ?? []].flat(),
    );
  if (ids.length === 0) return [];
  const rows = await database.attempt.findMany({
    where: { id: { in: ids } },
    select: { id: true, scenarioSlug: true, revision: { select: { title: true } } },
  });
  return rows.map(({ id, scenarioSlug, revision }) => ({
    attemptId: id,
    title: revision?.title ?? scenarioSlug,
  }));
}
