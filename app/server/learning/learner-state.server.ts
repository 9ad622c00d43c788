/** What pages ask about one learner, each in a single query: rows of several tables side by side. */
import { completionKey, standing } from "~/core/completion/record";
import type { CompletionKind } from "~/core/completion/rule";
import type { Completed } from "~/core/course/progress";
import type { Database, Transaction } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { jsonRows } from "~/server/json-rows.server";

export interface AssignedPath {
  readonly pathSlug: string;
  /** Civil date. */
  readonly startDate: string;
}

export interface LearnerState {
  readonly completed: Completed;
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
    SELECT 'completion' AS "of", "id", "kind" AS "key", "slug" AS "first", "outcome" AS "second",
      "correctsId" AS "third", "completedAt" AS "at"
    FROM "Completion" WHERE "personId" = ${personId}
    UNION ALL
    SELECT 'assignment', "id", "pathSlug", "startDate", NULL, NULL, "assignedAt"
    FROM "Assignment" WHERE "personId" = ${personId}`;
}

export function learnerStateOf(rows: readonly StateRow[]): LearnerState {
  const records = rows
    .filter((row) => row.of === "completion")
    .map((row) => ({
      id: row.id,
      kind: row.key as CompletionKind,
      slug: row.first,
      outcome: row.second ?? "",
      correctsId: row.third,
    }));
  return {
    completed: new Set(standing(records).map(({ kind, slug }) => completionKey(kind, slug))),
    assigned: rows
      .filter((row) => row.of === "assignment")
      .map((row) => ({ pathSlug: row.key, startDate: row.first })),
  };
}

export async function readLearnerState(
  database: Database | Transaction,
  personId: string,
): Promise<LearnerState> {
  return learnerStateOf(await readStateRows(database, learnerRows(personId)));
}
