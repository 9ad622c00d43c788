/** Official runs as the settings of a course allow them: where a person is with them, and how they may begin. */
import { completionKey } from "~/core/completion/record";
import {
  officialInWords,
  officialStanding,
  runsLeftInWords,
  settingsOf,
  type EndedRun,
  type OfficialFacts,
  type OfficialStanding,
} from "~/core/course/official-runs";
import type { OfficialSettings } from "~/core/course/definition";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database, Transaction } from "~/server/db.server";
import { modes, type Mode } from "~/server/learning/attempt-log.server";
import type { Learner } from "~/server/learning/completions.server";
import { runsCountSince } from "~/server/learning/learner-state.server";
import { activeManagerOf } from "~/server/people/active-manager.server";

/** Where a role-play was asked for anew, the runs of before and what was granted then do not count. */
export async function officialFacts(
  database: Database | Transaction,
  personId: string,
  scenarioSlug: string,
): Promise<Omit<OfficialFacts, "now">> {
  const key = completionKey("scenario", scenarioSlug);
  const since = (await runsCountSince(database, personId, key)) ?? new Date(0);
  const rows = await database.attempt.findMany({
    where: { personId, scenarioSlug, mode: "official", endedAt: { gte: since } },
    select: { outcome: true, endedAt: true },
  });
  const granted = await database.attemptGrant.count({
    where: { personId, scenarioSlug, at: { gte: since } },
  });
  return {
    granted,
    runs: rows.flatMap(({ outcome, endedAt }): EndedRun[] =>
      endedAt === null ? [] : [{ outcome: outcome === "passed" ? "passed" : "failed", endedAt }],
    ),
  };
}

export interface OfficialRuns {
  readonly standing: OfficialStanding;
  /** What the settings mean for this person now; none where there are no settings. */
  readonly sentences: readonly string[];
  /** Of those what says how many are left and what comes before the next. */
  readonly left: readonly string[];
}

/** Nothing has to be looked up where no course limits the runs or makes them wait. */
export function isFree({ attempts, pause }: OfficialSettings): boolean {
  return attempts === null && pause === null;
}

/** Where the person is with the official runs of a role-play. */
export async function officialRunsOf(
  database: Database | Transaction,
  settings: OfficialSettings,
  person: Learner,
  scenarioSlug: string,
): Promise<OfficialRuns> {
  const now = new Date();
  const facts = await officialFacts(database, person.id, scenarioSlug);
  const standing = officialStanding(settings, { ...facts, now });
  const telling = {
    ...{ granted: facts.granted, now, timeZone: person.timeZone },
    // Asked only where somebody has to give another.
    hasManager: standing.left !== 0 || (await activeManagerOf(database, person.id)) !== null,
  };
  return {
    standing,
    sentences: officialInWords(settings, standing, telling),
    left: runsLeftInWords(settings, standing, telling),
  };
}

export interface WaysToBegin {
  /** None where the role-play is not on offer. */
  readonly again: readonly Mode[];
  /** How many official runs are left, and what comes before the next; nothing where nothing is limited. */
  readonly left: readonly string[];
  /** An official run begins at the briefing, which says first that managers see it. */
  readonly briefed: boolean;
}

/** In which ways the person may begin a role-play now. */
export async function waysToBegin(
  database: Database,
  content: Catalogue,
  person: Learner,
  slug: string,
): Promise<WaysToBegin> {
  if (content.scenario(slug) === null) return { again: [], left: [], briefed: false };
  const courses = content.courses.map(({ definition }) => definition);
  const settings = settingsOf(courses, slug);
  const briefed = settings.replay === "shared";
  if (isFree(settings)) return { again: modes, left: [], briefed };
  const { standing, left } = await officialRunsOf(database, settings, person, slug);
  return { again: standing.mayBegin ? modes : ["practice"], left, briefed };
}

/** Whether any course limits official runs, so that there is something to look at. */
export function limitsRuns({ courses }: Catalogue): boolean {
  return courses.some(({ definition: { official } }) => (official?.attempts ?? null) !== null);
}
