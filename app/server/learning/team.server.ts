/**
 * The week of a manager's people. Only what a manager may know is read: completions, answers to
 * checks by their instant alone, and official runs; never practice, goals or words.
 */
import type { Scope } from "~/core/access/scope";
import { civilDateAt } from "~/core/calendar/civil-date";
import { completionKey, standing } from "~/core/completion/record";
import type { CompletionKind } from "~/core/completion/rule";
import { pathProgress, pathToFollow } from "~/core/course/progress";
import { judgeWeek, type Week } from "~/core/course/stuck";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { nextOf, showStep } from "~/server/learning/steps.server";

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
  readonly startDate: string;
  readonly week: Week;
  readonly done: number;
  readonly steps: number;
  readonly next: {
    readonly title: string;
    readonly dueInDays: number;
  } | null;
  /** Civil date, where the person is. */
  readonly lastStep: string | null;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly startDate: string;
  readonly timeZone: string;
  readonly team: string | null;
}

interface AssignmentRow {
  readonly personId: string;
  readonly pathSlug: string;
  readonly startDate: string;
}

interface CompletionRow {
  readonly id: string;
  readonly personId: string;
  readonly kind: CompletionKind;
  readonly slug: string;
  readonly outcome: string;
  readonly correctsId: string | null;
  readonly completedAt: Date;
}

interface RunRow {
  readonly personId: string;
  readonly scenarioSlug: string;
  readonly failed: number | bigint;
  readonly latest: Date | string;
}

interface InstantRow {
  readonly personId: string;
  readonly latest: Date | string;
}

function peopleIn(scope: Scope): Prisma.Sql {
  const condition =
    scope.of === "managed"
      ? Prisma.sql`"managerId" = ${scope.managerId}`
      : scope.of === "everyone"
        ? Prisma.sql`1 = 1`
        : Prisma.sql`1 = 0`;
  return Prisma.sql`SELECT "id" FROM "Person" WHERE ${condition} AND "deactivatedAt" IS NULL`;
}

async function read(database: Database, scope: Scope) {
  const ids = peopleIn(scope);
  const people = await database.$queryRaw<PersonRow[]>`
    SELECT p."id", p."name", p."startDate", p."timeZone", t."name" AS "team"
    FROM "Person" p LEFT JOIN "Team" t ON t."id" = p."teamId"
    WHERE p."id" IN (${ids}) ORDER BY p."name", p."id"`;
  const assignments = await database.$queryRaw<AssignmentRow[]>`
    SELECT "personId", "pathSlug", "startDate" FROM "Assignment"
    WHERE "personId" IN (${ids}) ORDER BY "assignedAt", "id"`;
  const completions = await database.$queryRaw<CompletionRow[]>`
    SELECT "id", "personId", "kind", "slug", "outcome", "correctsId", "completedAt"
    FROM "Completion" WHERE "personId" IN (${ids})`;
  const runs = await database.$queryRaw<RunRow[]>`
    SELECT "personId", "scenarioSlug", SUM("outcome" = 'failed') AS "failed",
      MAX(COALESCE("endedAt", "startedAt")) AS "latest"
    FROM "Attempt" WHERE "mode" = 'official' AND "personId" IN (${ids})
    GROUP BY "personId", "scenarioSlug"`;
  const answers = await database.$queryRaw<InstantRow[]>`
    SELECT "personId", MAX("at") AS "latest" FROM "CheckAnswer"
    WHERE "personId" IN (${ids}) GROUP BY "personId"`;
  return { people, assignments, completions, runs, answers };
}

function byPerson<Row extends { readonly personId: string }>(
  rows: readonly Row[],
): (personId: string) => readonly Row[] {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const group = grouped.get(row.personId);
    if (group === undefined) grouped.set(row.personId, [row]);
    else group.push(row);
  }
  return (personId) => grouped.get(personId) ?? [];
}

interface Known {
  readonly assignments: readonly AssignmentRow[];
  readonly completions: readonly CompletionRow[];
  readonly runs: readonly RunRow[];
  readonly answers: readonly InstantRow[];
}

/** The last instant of anything that a manager may know of. */
function latestOf({ completions, runs, answers }: Known): Date | null {
  const instants = [
    ...completions.map(({ completedAt }) => completedAt.getTime()),
    ...[...runs, ...answers].map(({ latest }) => new Date(latest).getTime()),
  ];
  return instants.length === 0 ? null : new Date(Math.max(...instants));
}

function memberOf(content: Catalogue, person: PersonRow, known: Known, now: Date): TeamMember {
  const today = civilDateAt(now, person.timeZone);
  const completed = new Set(
    standing(known.completions).map(({ kind, slug }) => completionKey(kind, slug)),
  );
  const followed = pathToFollow(
    known.assignments.flatMap(({ pathSlug, startDate }) => {
      const path = content.path(pathSlug)?.definition;
      if (path === undefined) return [];
      return [{ startDate, progress: pathProgress(path, { startDate, today, completed }) }];
    }),
  );
  const progress = followed?.progress ?? null;
  const startDate = followed?.startDate ?? person.startDate;
  const next = nextOf((progress?.steps ?? []).map((step) => showStep(content, step)));
  const latest = latestOf(known);
  const lastStep = latest === null ? null : civilDateAt(latest, person.timeZone);
  const failedRuns = known.runs
    .filter(({ scenarioSlug }) => !completed.has(completionKey("scenario", scenarioSlug)))
    .map(({ scenarioSlug, failed }) => ({
      title: content.scenario(scenarioSlug)?.definition.title ?? scenarioSlug,
      failed: Number(failed),
    }));
  return {
    id: person.id,
    name: person.name,
    team: person.team,
    startDate,
    week: judgeWeek({
      today,
      startDate,
      progress,
      nextTitle: next?.title ?? null,
      lastStep,
      failedRuns,
    }),
    done: progress?.done ?? 0,
    steps: progress?.steps.length ?? 0,
    next: next && { title: next.title, dueInDays: next.dueInDays },
    lastStep,
  };
}

/** Everyone in the scope by name, each with how their week looks. */
export async function listTeam(
  database: Database,
  content: Catalogue,
  scope: Scope,
  now: Date,
): Promise<readonly TeamMember[]> {
  const rows = await read(database, scope);
  const assignments = byPerson(rows.assignments);
  const completions = byPerson(rows.completions);
  const runs = byPerson(rows.runs);
  const answers = byPerson(rows.answers);
  return rows.people.map((person) => {
    const known = {
      assignments: assignments(person.id),
      completions: completions(person.id),
      runs: runs(person.id),
      answers: answers(person.id),
    };
    return memberOf(content, person, known, now);
  });
}
