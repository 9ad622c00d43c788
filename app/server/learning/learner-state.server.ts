/** What pages ask about one learner, each in a single query: rows of several tables side by side. */
import {
  completedNow,
  countsSince,
  renewals,
  reopened,
  type DatedRecord,
  type Demand,
  type Renewal,
  type Stepped,
} from "~/core/completion/demand";
import { completedByHand } from "~/core/completion/record";
import type { CompletionKind } from "~/core/completion/rule";
import type { Completed } from "~/core/course/progress";
import { catalogue, type Catalogue } from "~/server/content/catalogue.server";
import { readableDay, readableInstant } from "~/server/damaged-cells.server";
import type { Database, Transaction } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { jsonRows } from "~/server/json-rows.server";

interface AssignedPath {
  readonly pathSlug: string;
  /** Civil date. */
  readonly startDate: string;
}

export interface LearnerState {
  /** What is complete now: on record, standing, and not to be renewed. */
  readonly completed: Completed;
  /** What is on record by hand alone: nobody took its steps here. */
  readonly byHand: ReadonlySet<string>;
  /** What is asked for anew, by key: only what was done since then meets it. */
  readonly reopened: ReadonlyMap<string, Demand>;
  /** Courses and paths that are to be renewed. */
  readonly renewals: readonly Renewal[];
  /** In the order they were assigned. */
  readonly assigned: readonly AssignedPath[];
}

/** One row of any table: which one, its id, its key, up to three texts. */
export interface StateRow {
  readonly of:
    | "completion"
    | "assignment"
    | "answer"
    | "goal"
    | "goal-review"
    | "reflection"
    | "rating"
    | "run";
  readonly id: string;
  readonly key: string;
  readonly first: string;
  readonly second: string | null;
  readonly third: string | null;
}

const stateColumns = ["of", "id", "key", "first", "second", "third"] as const;
type StateCells = readonly [StateRow["of"], string, string, string, string | null, string | null];

/** The rows of several tables, joined by UNION ALL, in the order they were written. */
export async function readStateRows(
  database: Database | Transaction,
  tables: Prisma.Sql,
): Promise<readonly StateRow[]> {
  const found = await jsonRows<StateCells>(
    database,
    stateColumns,
    Prisma.sql`SELECT * FROM (${tables}) ORDER BY "at", "id" LIMIT -1`,
  );
  return found.map(([of, id, key, first, second, third]) => ({
    of,
    id,
    key,
    first,
    second,
    third,
  }));
}

export function learnerRows(personId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT 'completion' AS "of", "id", "kind" AS "key", "slug" AS "first",
      "outcome" || ' ' || COALESCE("validUntil", '-') || ' ' || "completedAt" || ' ' || "timeZone"
        || ' ' || "rule"
        AS "second",
      "correctsId" AS "third", "completedAt" AS "at"
    FROM "Completion" WHERE "personId" = ${personId}
    UNION ALL
    SELECT 'assignment', "id", "pathSlug", "startDate", NULL, NULL, "assignedAt"
    FROM "Assignment" WHERE "personId" = ${personId}`;
}

interface RuledRecord extends DatedRecord {
  readonly rule: string;
}

function recordOf({ id, key, first, second, third }: StateRow): RuledRecord {
  const [outcome = "", validUntil = "-", completedAt = "", timeZone = "UTC", rule = ""] =
    second?.split(" ") ?? [];
  return {
    ...{ id, kind: key as CompletionKind, slug: first, outcome, correctsId: third, timeZone },
    rule,
    completedAt: readableInstant(completedAt),
    validUntil: validUntil === "-" ? null : validUntil,
  };
}

/** Courses, and the paths that the person is on: what a renewal asks the steps of. */
export function outlinesFor(
  { courses, paths }: Pick<Catalogue, "courses" | "paths">,
  assigned: readonly Pick<AssignedPath, "pathSlug">[],
): readonly Stepped[] {
  return [
    ...courses.map(({ definition: { slug, steps } }) => ({ kind: "course" as const, slug, steps })),
    ...paths
      .filter(({ definition }) => assigned.some(({ pathSlug }) => pathSlug === definition.slug))
      .map(({ definition: { slug, steps } }) => ({ kind: "path" as const, slug, steps })),
  ];
}

function recordsOf(rows: readonly StateRow[]): RuledRecord[] {
  return rows.filter((row) => row.of === "completion").map(recordOf);
}

function assignedOf(rows: readonly StateRow[]): AssignedPath[] {
  return rows
    .filter((row) => row.of === "assignment")
    .map((row) => ({ pathSlug: row.key, startDate: readableDay(row.first) }));
}

export function learnerStateOf(rows: readonly StateRow[], now = new Date()): LearnerState {
  const records = recordsOf(rows);
  const assigned = assignedOf(rows);
  const open = reopened(records, outlinesFor(catalogue(), assigned), now);
  return {
    completed: completedNow(records, open),
    byHand: completedByHand(records),
    reopened: open,
    renewals: renewals(records, open),
    assigned,
  };
}

export async function readLearnerState(
  database: Database | Transaction,
  personId: string,
): Promise<LearnerState> {
  return learnerStateOf(await readStateRows(database, learnerRows(personId)));
}

/** Since when official runs of a role-play count for this person; null where all of them do. */
export async function runsCountSince(
  database: Database | Transaction,
  personId: string,
  key: string,
): Promise<Date | null> {
  const rows = await readStateRows(database, learnerRows(personId));
  const outlines = outlinesFor(catalogue(), assignedOf(rows));
  return countsSince(recordsOf(rows), outlines, { key, now: new Date() });
}
