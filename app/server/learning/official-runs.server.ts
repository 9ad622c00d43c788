/**
 * A person's official runs as their manager may know them: how often, how they ended and which
 * behaviours they showed of those offered. Nothing of what was said is in it.
 */
import { behaviourName, inVocabularyOrder } from "~/core/behaviour/behaviour";
import { completionKey } from "~/core/completion/record";
import { settingsOf } from "~/core/course/official-runs";
import type { OfficialRun } from "~/core/course/managed-runs";
import { sumBehaviours } from "~/core/practice/behaviour-sum";
import { scoreOf } from "~/core/scenario/scoring";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { findAttempt } from "~/server/learning/attempt-state.server";
import { runsCountSince } from "~/server/learning/learner-state.server";

async function behavioursOf(
  database: Database,
  { vocabulary }: Catalogue,
  run: { readonly attemptId: string; readonly personId: string },
) {
  const attempt = await findAttempt(database, run);
  if (attempt?.kind !== "live") return [];
  const score = scoreOf(attempt.scenario, attempt.state);
  const tags = inVocabularyOrder(vocabulary, attempt.scenario.behaviours, (tag) => tag);
  return sumBehaviours([score], tags).map(({ behaviour, ...counts }) => ({
    name: behaviourName(vocabulary, behaviour),
    ...counts,
  }));
}

/** By role-play, the one run last first. */
export async function listOfficialRuns(
  database: Database,
  content: Catalogue,
  personId: string,
): Promise<readonly OfficialRun[]> {
  const rows = await database.attempt.findMany({
    where: { personId, mode: "official" },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      scenarioSlug: true,
      endedAt: true,
      outcome: true,
      revision: { select: { title: true } },
    },
  });
  const courses = content.courses.map(({ definition }) => definition);
  const slugs = [...new Set(rows.map(({ scenarioSlug }) => scenarioSlug))];
  return Promise.all(
    slugs.map(async (slug): Promise<OfficialRun> => {
      const own = rows.filter(({ scenarioSlug }) => scenarioSlug === slug);
      const since = await runsCountSince(database, personId, completionKey("scenario", slug));
      const counted = own.filter(
        ({ endedAt }) => endedAt === null || endedAt >= (since ?? endedAt),
      );
      const byLast = settingsOf(courses, slug).counts === "last";
      const ended = counted.filter(({ endedAt }) => endedAt !== null);
      const last = own.find(({ endedAt }) => endedAt !== null);
      return {
        slug,
        title: own[0]?.revision?.title ?? slug,
        attempts: own.length,
        again: since && { since: since.toISOString(), attempts: counted.length },
        passed: (byLast ? ended.slice(0, 1) : ended).some(({ outcome }) => outcome === "passed"),
        byLast,
        latest:
          last?.endedAt == null
            ? null
            : {
                outcome: last.outcome === "passed" ? "passed" : "failed",
                endedAt: last.endedAt.toISOString(),
                behaviours: await behavioursOf(database, content, { attemptId: last.id, personId }),
              },
      };
    }),
  );
}
