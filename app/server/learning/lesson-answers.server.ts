/**
 * Recording what a learner sends with a lesson. Everything is appended; the same thing sent
 * again straight away (a double click, a form sent twice) is the same thing and adds nothing.
 * A completion that follows is recorded in the same transaction.
 */
import { completionKey } from "~/core/completion/record";
import {
  judgeAnswer,
  judgeGoal,
  judgeReflection,
  type AnswerProblem,
  type GoalWords,
} from "~/core/course/answer";
import { askedParts } from "~/core/course/asked";
import type { Lesson } from "~/core/course/definition";
import {
  judgeExercise,
  type JudgedExercise,
  type SentExercise,
} from "~/core/course/exercise-answer";
import { judgeRating } from "~/core/course/self-rating";
import { plainText } from "~/core/prose/prose";
import { fail, ok, type Result } from "~/core/result";
import type { Published } from "~/server/content/catalogue.server";
import type { Database, Transaction } from "~/server/db.server";
import {
  recordLessonCompletion,
  type Learner,
  type NewRecord,
} from "~/server/learning/completions.server";
import { readLessonState, type LessonState } from "~/server/learning/lesson-state.server";

export interface Sent {
  readonly person: Learner;
  readonly lesson: Published<Lesson>;
  readonly at: Date;
}

export interface Saved {
  /** What came onto the record by this. */
  readonly completed: readonly NewRecord[];
}

type Outcome<Problem> = Promise<Result<Saved, Problem>>;

async function complete(
  transaction: Transaction,
  { person, lesson: { definition, revision }, at }: Sent,
  written: LessonState,
): Promise<Saved> {
  const key = completionKey("lesson", definition.id);
  if (written.completed.has(key)) return { completed: [] };
  const period = written.reopened.get(key)?.period;
  const completed = await recordLessonCompletion(
    transaction,
    { person, slug: definition.id, title: definition.title, revision, at, period },
    {
      kind: "lesson",
      asked: askedParts(definition),
      answers: written.answers,
      goals: written.goals,
    },
  );
  return { completed };
}

function stateOf(transaction: Transaction, { person, lesson }: Sent): Promise<LessonState> {
  return readLessonState(transaction, person.id, lesson.definition.id);
}

function own({ person, lesson, at }: Sent) {
  return { personId: person.id, lessonId: lesson.definition.id, at };
}

/** Appends an answer to a check or an exercise, unless the latest one is the same. */
async function keepAnswer(
  database: Database,
  sent: Sent,
  { check, options, correct }: JudgedExercise & { readonly check: string },
): Promise<Saved> {
  const text = JSON.stringify(options);
  return database.$transaction(async (transaction) => {
    const state = await stateOf(transaction, sent);
    const latest = state.answers.findLast((one) => one.check === check);
    if (latest !== undefined && JSON.stringify(latest.options) === text) {
      return complete(transaction, sent, state);
    }
    const { id } = await transaction.checkAnswer.create({
      data: {
        ...own(sent),
        revisionHash: sent.lesson.revision,
        checkId: check,
        options: text,
        correct,
      },
      select: { id: true },
    });
    const added = { id, check, options };
    return complete(transaction, sent, { ...state, answers: [...state.answers, added] });
  });
}

/** Keeps an answer to a check; right or wrong, it counts. */
export async function recordAnswer(
  database: Database,
  sent: Sent,
  answer: { readonly check: string; readonly options: readonly string[] },
): Outcome<AnswerProblem> {
  const judged = judgeAnswer(sent.lesson.definition, answer);
  if (!judged.ok) return fail(judged.problem);
  const { check, options, correct } = judged.value;
  return ok(await keepAnswer(database, sent, { check: check.id, options, correct }));
}

/** Keeps an answer to an exercise, as one to a check: right or wrong, it counts. */
export async function recordExercise(
  database: Database,
  sent: Sent,
  answer: SentExercise & { readonly exercise: string },
): Outcome<AnswerProblem> {
  const exercises = sent.lesson.definition.exercises ?? [];
  const exercise = exercises.find(({ id }) => id === answer.exercise);
  if (exercise === undefined) {
    const sentence =
      "This exercise is no longer part of the lesson. The lesson as it is now is below.";
    return fail({ field: "exercise", sentence });
  }
  const judged = judgeExercise(exercise, answer);
  if (!judged.ok) return fail(judged.problem);
  return ok(await keepAnswer(database, sent, { check: exercise.id, ...judged.value }));
}

/** Keeps a goal in the learner's own words. */
export async function recordGoal(
  database: Database,
  sent: Sent,
  words: GoalWords,
): Outcome<readonly AnswerProblem[]> {
  const judged = judgeGoal(words);
  if (!judged.ok) return fail(judged.problem);
  const goal = judged.value;
  const saved = await database.$transaction(async (transaction) => {
    const state = await stateOf(transaction, sent);
    const latest = state.goals.at(-1);
    if (latest?.when === goal.when && latest.will === goal.will) {
      return complete(transaction, sent, state);
    }
    const { id } = await transaction.goal.create({
      data: { ...own(sent), ...goal },
      select: { id: true },
    });
    return complete(transaction, sent, { ...state, goals: [...state.goals, { id, ...goal }] });
  });
  return ok(saved);
}

/** Keeps a reflection. It is the learner's own and completes nothing. */
export async function recordReflection(
  database: Database,
  sent: Sent,
  words: { readonly reflection: string; readonly text: string },
): Outcome<AnswerProblem> {
  const judged = judgeReflection(sent.lesson.definition, words);
  if (!judged.ok) return fail(judged.problem);
  const { reflection, text } = judged.value;
  await database.$transaction(async (transaction) => {
    const state = await stateOf(transaction, sent);
    if (state.reflections.findLast((one) => one.reflection === reflection)?.text === text) return;
    await transaction.reflection.create({
      data: { ...own(sent), reflectionId: reflection, text },
    });
  });
  return ok({ completed: [] });
}

/** Keeps how sure the learner is. It is theirs alone, and completes and scores nothing. */
export async function recordRating(
  database: Database,
  sent: Sent,
  answer: { readonly rating: string; readonly sure: string },
): Outcome<AnswerProblem> {
  const judged = judgeRating(sent.lesson.definition, answer);
  if (!judged.ok) return fail(judged.problem);
  const { rating, sure } = judged.value;
  await database.$transaction(async (transaction) => {
    const state = await stateOf(transaction, sent);
    if (state.ratings.findLast((one) => one.rating === rating.id)?.sure === sure) return;
    await transaction.selfRating.create({
      data: { ...own(sent), ratingId: rating.id, prompt: plainText(rating.prompt), sure },
    });
  });
  return ok({ completed: [] });
}
