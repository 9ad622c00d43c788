/** What publishing would mean, counted in the database, before anybody does it. */
import type { Change } from "~/core/publishing/change";
import {
  compareBehaviours,
  compareCourses,
  comparePaths,
} from "~/core/publishing/compare-outlines";
import { compareLessons } from "~/core/publishing/compare-lessons";
import type { ImpactFacts } from "~/core/publishing/impact";
import { compareScenarios } from "~/core/scenario/comparison";
import { shortHash } from "~/server/content/changes.server";
import type { WholeMove } from "~/server/content/publish-companions.server";
import type { Database } from "~/server/db.server";

/** What changed between two revisions of a piece. */
export function changesOfMove({ before, after }: WholeMove): readonly Change[] {
  if (before === null || after === null) return [];
  const is = after.definition;
  // One key is one kind, so both sides are of the kind that the first says.
  switch (before.kind) {
    case "scenario":
      return compareScenarios(before.definition, is as typeof before.definition);
    case "lesson":
      return compareLessons(before, { ...after, definition: is as typeof before.definition });
    case "course":
      return compareCourses(before.definition, is as typeof before.definition);
    case "path":
      return comparePaths(before.definition, is as typeof before.definition);
    case "behaviours":
      return compareBehaviours(before.definition, is as typeof before.definition);
  }
}

/** Attempts that a start goes on with, practice and official together, by revision. */
async function openAttempts(database: Database, slug: string): Promise<ImpactFacts["open"]> {
  const groups = await database.attempt.groupBy({
    by: ["revisionHash"],
    where: { scenarioSlug: slug, endedAt: null, openAs: { not: null } },
    _count: { _all: true },
    orderBy: { revisionHash: "asc" },
  });
  return groups.map(({ revisionHash, _count }) => ({
    revision: shortHash(revisionHash),
    count: _count._all,
  }));
}

async function standingCompletions(database: Database, { kind, slug }: WholeMove): Promise<number> {
  const [row] = await database.$queryRaw<{ many: number | bigint }[]>`
    SELECT COUNT(DISTINCT c."personId") AS "many" FROM "Completion" c
    WHERE c."kind" = ${kind} AND c."slug" = ${slug} AND c."outcome" = 'completed'
      AND NOT EXISTS (SELECT 1 FROM "Completion" o WHERE o."correctsId" = c."id")`;
  return Number(row?.many ?? 0);
}

/** People who have begun and not completed it: by an answer in it, or by being on the path. */
async function begunBy(database: Database, { kind, slug }: WholeMove): Promise<number> {
  if (kind !== "lesson" && kind !== "path" && kind !== "course") return 0;
  const begun =
    kind === "path"
      ? database.$queryRaw<{ many: number | bigint }[]>`
          SELECT COUNT(*) AS "many" FROM "Assignment" b WHERE b."pathSlug" = ${slug}
            AND NOT EXISTS (SELECT 1 FROM "Completion" c WHERE c."personId" = b."personId"
              AND c."kind" = 'path' AND c."slug" = ${slug})`
      : database.$queryRaw<{ many: number | bigint }[]>`
          SELECT COUNT(DISTINCT b."personId") AS "many" FROM "CheckAnswer" b
          WHERE (b."lessonId" = ${slug} OR (${kind} = 'course' AND b."lessonId" LIKE ${`${slug}/%`}))
            AND NOT EXISTS (SELECT 1 FROM "Completion" c WHERE c."personId" = b."personId"
              AND c."kind" = ${kind} AND c."slug" = ${slug})`;
  const [row] = await begun;
  return Number(row?.many ?? 0);
}

export async function impactOf(database: Database, move: WholeMove): Promise<ImpactFacts> {
  const { kind, slug, before, after } = move;
  return {
    kind,
    isNew: before === null,
    isWithdrawn: after === null,
    changes: changesOfMove(move),
    open: kind === "scenario" ? await openAttempts(database, slug) : [],
    begun: await begunBy(database, move),
    completions: kind === "behaviours" ? 0 : await standingCompletions(database, move),
  };
}
