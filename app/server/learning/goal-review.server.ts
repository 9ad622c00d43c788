/** How goals went: what home asks, keeping an answer, and the list on one's own record. */
import {
  goalsUnderWay,
  goalToReview,
  isGoalOutcome,
  presentGoals,
  type AskedGoal,
  type GoalOutcome,
  type GoalQuestion,
  type KeptGoal,
  type KeptReview,
  type OwnGoal,
} from "~/core/course/goal-review";
import type { OwnRating } from "~/core/course/self-rating";
import type { ShownGoal } from "~/core/course/this-week";
import type { Catalogue } from "~/server/content/catalogue.server";
import { readableInstant } from "~/server/damaged-cells.server";
import type { Database, Transaction } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import {
  learnerRows,
  learnerStateOf,
  readStateRows,
  type LearnerState,
  type StateRow,
} from "~/server/learning/learner-state.server";

interface HomeState extends LearnerState {
  readonly goals: readonly KeptGoal[];
  readonly reviews: readonly KeptReview[];
}

/** What home asks about a person, in one query. */
export async function readHomeState(database: Database, personId: string): Promise<HomeState> {
  const rows = await readStateRows(
    database,
    Prisma.sql`
      ${learnerRows(personId)}
      UNION ALL
      SELECT 'goal', "id", "lessonId", "when", "will", "at", "at"
      FROM "Goal" WHERE "personId" = ${personId}
      UNION ALL
      SELECT 'goal-review', "id", "goalId", "outcome", NULL, "at", "at"
      FROM "GoalReview" WHERE "personId" = ${personId}`,
  );
  const of = (kind: StateRow["of"]) => rows.filter((row) => row.of === kind);
  return {
    ...learnerStateOf(rows),
    goals: of("goal").map(({ id, key, first, second, third }) => ({
      ...{ id, lessonId: key, when: first, will: second ?? "" },
      at: readableInstant(third),
    })),
    reviews: of("goal-review").map(({ key, first, third }) => ({
      goalId: key,
      outcome: first as GoalOutcome,
      at: readableInstant(third),
    })),
  };
}

/** What home shows of it: the learner's own words, to themselves. */
export function questionOf(
  content: Catalogue,
  { goals, reviews }: HomeState,
  reader: { readonly now: Date; readonly timeZone: string },
): AskedGoal | null {
  const question: GoalQuestion | null = goalToReview(goals, reviews, reader);
  if (question === null) return null;
  const { goal, answered } = question;
  const lesson = content.lesson(goal.lessonId)?.definition.title ?? null;
  return { goalId: goal.id, lesson, when: goal.when, will: goal.will, answered };
}

export function shownGoals(
  content: Catalogue,
  { goals, reviews }: HomeState,
  reader: { readonly now: Date; readonly timeZone: string },
): readonly ShownGoal[] {
  return goalsUnderWay(goals, reviews, reader).map(({ id, lessonId, when, will, askedOn }) => ({
    ...{ id, lessonId, when, will, askedOn },
    lesson: content.lesson(lessonId)?.definition.title ?? null,
  }));
}

/** Null where the goal is not this person's; the same answer sent twice is one. */
export async function recordGoalReview(
  database: Database,
  sent: { readonly personId: string; readonly goalId: string; readonly at: Date },
  outcome: unknown,
): Promise<"kept" | "no-outcome" | null> {
  return database.$transaction(async (transaction: Transaction) => {
    const { personId, goalId, at } = sent;
    const goal = await transaction.goal.findFirst({
      where: { id: goalId, personId },
      select: {
        reviews: { orderBy: { at: "desc" }, take: 1, select: { outcome: true, at: true } },
      },
    });
    if (goal === null) return null;
    if (!isGoalOutcome(outcome)) return "no-outcome";
    const [last] = goal.reviews;
    const isTheSame =
      last?.outcome === outcome && at.getTime() - last.at.getTime() < sameAnswerWithin;
    if (!isTheSame)
      await transaction.goalReview.create({ data: { personId, goalId, outcome, at } });
    return "kept";
  });
}

/** A double tap or a form sent again; a week later "not yet" is another answer. */
const sameAnswerWithin = 60 * 60 * 1000;

/** One's goals with how they went, the latest first. */
export async function listOwnGoals(
  database: Database,
  content: Catalogue,
  personId: string,
): Promise<readonly OwnGoal[]> {
  const rows = await database.goal.findMany({
    where: { personId },
    include: { reviews: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
  });
  const present = presentGoals(rows).map(({ id }) => id);
  const reviewed = rows.filter(({ id, reviews }) => present.includes(id) || reviews.length > 0);
  return reviewed
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ id, lessonId, when, will, at, reviews }) => ({
      ...{ id, lessonId, when, will },
      lesson: content.lesson(lessonId)?.definition.title ?? null,
      at: at.toISOString(),
      reviews: reviews.map((review) => ({
        outcome: review.outcome as GoalOutcome,
        at: review.at.toISOString(),
      })),
    }));
}

/** How sure one was, question by question, the one answered last first. */
export async function listOwnRatings(
  database: Database,
  personId: string,
): Promise<readonly OwnRating[]> {
  const rows = await database.selfRating.findMany({
    where: { personId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  const byQuestion = new Map<string, OwnRating>();
  for (const { lessonId, ratingId, prompt, sure, at } of rows) {
    const id = `${lessonId}#${ratingId}`;
    const known = byQuestion.get(id) ?? { id, prompt, times: [] };
    const times = [{ sure, at: at.toISOString() }, ...known.times];
    byQuestion.set(id, { ...known, times });
  }
  return [...byQuestion.values()];
}
