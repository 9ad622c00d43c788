/** Official runs as the settings of a course allow them: read, enforced, and granted beyond them. */
import { maySee, type Viewer } from "~/core/access/policy";
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
import type { LimitedRuns } from "~/core/course/managed-runs";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database, Transaction } from "~/server/db.server";
import { modes, type Mode } from "~/server/learning/attempt-log.server";
import type { Learner } from "~/server/learning/completions.server";
import { runsCountSince } from "~/server/learning/learner-state.server";
import { activeManagerOf } from "~/server/people/active-manager.server";
import { appendAudit, type Actor } from "~/server/people/audit.server";

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
function isFree({ attempts, pause }: OfficialSettings): boolean {
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

/** The role-plays with a limit that this person has begun to use up. */
export async function limitedRuns(
  database: Database,
  content: Catalogue,
  personId: string,
): Promise<readonly LimitedRuns[]> {
  const courses = content.courses.map(({ definition }) => definition);
  const now = new Date();
  const limited = content.scenarios.flatMap(({ definition: { slug, title } }) => {
    const settings = settingsOf(courses, slug);
    return settings.attempts === null ? [] : [{ slug, title, settings }];
  });
  const found: LimitedRuns[] = [];
  for (const { slug, title, settings } of limited) {
    const facts = await officialFacts(database, personId, slug);
    if (facts.runs.length === 0) continue;
    const { left, result, opensAt } = officialStanding(settings, { ...facts, now });
    const { granted, runs } = facts;
    found.push({
      ...{ slug, title, used: runs.length, left: left ?? 0, granted, result },
      opensAt: opensAt?.toISOString() ?? null,
    });
  }
  return found;
}

export interface LastRunResult {
  readonly slug: string;
  readonly title: string;
  readonly result: "passed" | "failed";
}

/** Where the last run is the result, and not the best: what it is now. */
export async function resultsByLast(
  database: Database,
  content: Catalogue,
  personId: string,
): Promise<readonly LastRunResult[]> {
  const courses = content.courses.map(({ definition }) => definition);
  const now = new Date();
  const found: LastRunResult[] = [];
  for (const { definition } of content.scenarios) {
    const { slug, title } = definition;
    const settings = settingsOf(courses, slug);
    if (settings.counts !== "last") continue;
    const facts = await officialFacts(database, personId, slug);
    const { result } = officialStanding(settings, { ...facts, now });
    if (result !== null) found.push({ slug, title, result });
  }
  return found;
}

export interface Grant {
  readonly personId: string;
  readonly scenarioSlug: string;
  readonly reason: string;
  /** How many had been given as far as the author knows; absent where nobody asked. */
  readonly granted?: number | undefined;
}

/** Another run was given since the author looked; nothing was written. */
export class GrantedMeanwhile extends Error {}

/** Gives one more official run; its reason stands with it, and in the audit that it was given. */
export async function grantRun(
  database: Database,
  actor: Actor & { readonly id: string },
  { personId, scenarioSlug, reason, granted }: Grant,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    await transaction.attemptGrant.create({
      data: { personId, scenarioSlug, reason, authorId: actor.id },
    });
    // The write comes first: it takes the lock, so that of a form sent twice one counts.
    const facts = await officialFacts(transaction, personId, scenarioSlug);
    if (granted !== undefined && facts.granted !== granted + 1) throw new GrantedMeanwhile();
    await appendAudit(transaction, actor, [
      {
        action: "attempt.granted",
        subject: `scenario:${scenarioSlug}`,
        detail: { personId },
      },
    ]);
  });
}

/** The person, if the viewer may know of their official runs; null looks like nobody, as does whoever has left. */
export async function personForRuns(
  database: Database,
  viewer: Viewer,
  personId: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const person = await database.person.findUnique({
    where: { id: personId, deactivatedAt: null },
    select: { id: true, name: true, managerId: true },
  });
  if (person === null || person.managerId !== viewer.id) return null;
  const subject = { personId, managerId: person.managerId };
  return maySee(viewer, "officialRuns", subject) ? { id: person.id, name: person.name } : null;
}
