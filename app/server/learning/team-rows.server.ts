/** What is read of a manager's people: see `team.server.ts` for what it is read for. */
import type { Scope } from "~/core/access/scope";
import type { DatedRecord } from "~/core/completion/demand";
import type { CompletionKind } from "~/core/completion/rule";
import { readableDay, readableInstant } from "~/server/damaged-cells.server";
import { byName } from "~/core/prose/by-name";
import type { Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { jsonRows } from "~/server/json-rows.server";

/** Of one person, all that their manager may know. */
export interface Known {
  readonly assignments: readonly AssignmentRow[];
  readonly completions: readonly CompletionRow[];
  readonly runs: readonly RunRow[];
  readonly answers: readonly InstantRow[];
  readonly grants: readonly GrantRow[];
}

export interface PersonRow {
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

type CompletionCells = readonly [
  id: string,
  personId: string,
  kind: CompletionKind,
  slug: string,
  outcome: string,
  correctsId: string | null,
  completedAt: string,
  timeZone: string,
  validUntil: string | null,
];

interface CompletionRow extends DatedRecord {
  readonly personId: string;
}

function completionRow(cells: CompletionCells): CompletionRow {
  const [id, personId, kind, slug, outcome, correctsId, at, timeZone, validUntil] = cells;
  const completedAt = readableInstant(at);
  return { id, personId, kind, slug, outcome, correctsId, completedAt, timeZone, validUntil };
}

interface RunRow {
  readonly personId: string;
  readonly scenarioSlug: string;
  /** JSON: when each run ended that was not passed. */
  readonly failedAt: string;
  /** Null where a hand left no instant that could be read. */
  readonly latest: Date | string | null;
}

/** An official run that was given beyond what the course allows. */
interface GrantRow {
  readonly personId: string;
  readonly scenarioSlug: string;
  readonly at: Date;
}

interface InstantRow {
  readonly personId: string;
  readonly latest: Date | string | null;
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

function withDay<Row extends { readonly startDate: string }>(row: Row): Row {
  return { ...row, startDate: readableDay(row.startDate) };
}

/** Everyone in the scope by name, each with what is known of them. */
export async function readTeam(
  database: Database,
  scope: Scope,
  /** Whether a course limits official runs: only then is there a use for what was granted. */
  limited: boolean,
): Promise<readonly (readonly [PersonRow, Known])[]> {
  const ids = peopleIn(scope);
  const people = await database.$queryRaw<PersonRow[]>`
    SELECT p."id", p."name", p."startDate", p."timeZone", t."name" AS "team"
    FROM "Person" p LEFT JOIN "Team" t ON t."id" = p."teamId"
    WHERE p."id" IN (${ids}) ORDER BY p."id"`;
  const assignments = await database.$queryRaw<AssignmentRow[]>`
    SELECT "personId", "pathSlug", "startDate" FROM "Assignment"
    WHERE "personId" IN (${ids}) ORDER BY "assignedAt", "id"`;
  const completions = await jsonRows<CompletionCells>(
    database,
    [
      ...["id", "personId", "kind", "slug", "outcome", "correctsId"],
      ...["completedAt", "timeZone", "validUntil"],
    ],
    Prisma.sql`SELECT * FROM "Completion" WHERE "personId" IN (${ids})`,
  );
  const runs = await database.$queryRaw<RunRow[]>`
    SELECT "personId", "scenarioSlug",
      json_group_array("endedAt") FILTER (WHERE "outcome" = 'failed' AND typeof("endedAt") = 'text')
        AS "failedAt",
      MAX(COALESCE("endedAt", "startedAt")) FILTER (WHERE typeof(COALESCE("endedAt", "startedAt")) = 'text')
        AS "latest"
    FROM "Attempt" WHERE "mode" = 'official' AND "personId" IN (${ids})
      AND typeof("scenarioSlug") = 'text'
    GROUP BY "personId", "scenarioSlug"`;
  const answers = await database.$queryRaw<InstantRow[]>`
    SELECT "personId", MAX("at") AS "latest" FROM "CheckAnswer"
    WHERE "personId" IN (${ids}) GROUP BY "personId"`;
  const grants = limited
    ? await database.attemptGrant.findMany({
        where: { personId: { in: people.map(({ id }) => id) } },
        select: { personId: true, scenarioSlug: true, at: true },
      })
    : [];
  const assignmentsOf = byPerson(assignments);
  const completionsOf = byPerson(completions.map(completionRow));
  const runsOf = byPerson(runs);
  const answersOf = byPerson(answers);
  const grantsOf = byPerson(grants);
  return people.toSorted(byName).map((person) => [
    withDay(person),
    {
      assignments: assignmentsOf(person.id).map(withDay),
      completions: completionsOf(person.id),
      runs: runsOf(person.id),
      answers: answersOf(person.id),
      grants: grantsOf(person.id),
    },
  ]);
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
