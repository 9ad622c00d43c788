/** What a lesson's page shows of the reader: latest answers, goal and reflections, and where they are. */
import { completionKey } from "~/core/completion/record";
import type { Database, Transaction } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import {
  learnerRows,
  learnerStateOf,
  readStateRows,
  type LearnerState,
  type StateRow,
} from "~/server/learning/learner-state.server";

export interface SavedAnswer {
  readonly id: string;
  readonly check: string;
  readonly options: readonly string[];
}

interface SavedGoal {
  readonly id: string;
  readonly when: string;
  readonly will: string;
}

interface SavedReflection {
  readonly id: string;
  readonly reflection: string;
  readonly text: string;
}

interface SavedRating {
  readonly rating: string;
  readonly sure: number;
}

/** All own runs of a role-play that the lesson leads to; practice may make hundreds. */
interface OwnRuns {
  readonly scenario: string;
  /** One of them is still to be gone on with. */
  readonly open: boolean;
}

/** Everything is in the order it was written: the last one is the one to show. */
export interface LessonState extends LearnerState {
  readonly answers: readonly SavedAnswer[];
  readonly goals: readonly SavedGoal[];
  readonly reflections: readonly SavedReflection[];
  readonly ratings: readonly SavedRating[];
  readonly runs: readonly OwnRuns[];
}

function runsOf(personId: string, scenarios: readonly string[]): Prisma.Sql {
  if (scenarios.length === 0) return Prisma.empty;
  return Prisma.sql`
      UNION ALL
      SELECT 'run', MAX("id"), "scenarioSlug",
        CASE WHEN SUM("openAs" IS NOT NULL) > 0 THEN 'open' ELSE 'ended' END, NULL, NULL, MAX("startedAt")
      FROM "Attempt" WHERE "personId" = ${personId} AND "scenarioSlug" IN (${Prisma.join([...scenarios])})
      GROUP BY "scenarioSlug"`;
}

/** Ids are UUIDs of version 7 (RFC 9562): their first 48 bits are the milliseconds. */
function instantOf(id: string): Date {
  return new Date(Number.parseInt(id.replace("-", "").slice(0, 12), 16));
}

export async function readLessonState(
  database: Database | Transaction,
  personId: string,
  lessonId: string,
  scenarios: readonly string[] = [],
): Promise<LessonState> {
  const rows = await readStateRows(
    database,
    Prisma.sql`
      ${learnerRows(personId)}
      UNION ALL
      SELECT 'answer', "id", "checkId", "options", NULL, NULL, "at"
      FROM "CheckAnswer" WHERE "personId" = ${personId} AND "lessonId" = ${lessonId}
      UNION ALL
      SELECT 'goal', "id", '', "when", "will", NULL, "at"
      FROM "Goal" WHERE "personId" = ${personId} AND "lessonId" = ${lessonId}
      UNION ALL
      SELECT 'reflection', "id", "reflectionId", "text", NULL, NULL, "at"
      FROM "Reflection" WHERE "personId" = ${personId} AND "lessonId" = ${lessonId}
      UNION ALL
      SELECT 'rating', "id", "ratingId", CAST("sure" AS TEXT), NULL, NULL, "at"
      FROM "SelfRating" WHERE "personId" = ${personId} AND "lessonId" = ${lessonId}
      ${runsOf(personId, scenarios)}`,
  );
  const state = learnerStateOf(rows);
  const since = state.reopened.get(completionKey("lesson", lessonId))?.since ?? null;
  const every = (kind: StateRow["of"]) => rows.filter((row) => row.of === kind);
  const of = (kind: StateRow["of"]) =>
    every(kind).filter(({ id }) => since === null || instantOf(id) >= since);
  return {
    ...state,
    answers: of("answer").map(({ id, key, first }) => ({
      id,
      check: key,
      options: JSON.parse(first) as string[],
    })),
    goals: of("goal").map(({ id, first, second }) => ({ id, when: first, will: second ?? "" })),
    // Reflections and ratings complete nothing: they stay when the rest is asked for again.
    reflections: every("reflection").map(({ id, key, first }) => ({
      id,
      reflection: key,
      text: first,
    })),
    ratings: every("rating").map(({ key, first }) => ({ rating: key, sure: Number(first) })),
    runs: every("run").map(({ key, first }) => ({ scenario: key, open: first === "open" })),
  };
}
