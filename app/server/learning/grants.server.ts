/** Official runs that a manager gives beyond what a course allows, and the page where they do. */
import { maySee, type Viewer } from "~/core/access/policy";
import type { LimitedRuns } from "~/core/course/managed-runs";
import { officialStanding, settingsOf } from "~/core/course/official-runs";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { officialFacts } from "~/server/learning/official-limits.server";
import { appendAudit, type Actor } from "~/server/people/audit.server";

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
