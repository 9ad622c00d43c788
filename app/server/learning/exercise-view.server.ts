/** An exercise as its reader may see it now: its parts in an order that tells nothing, until it is answered. */
import type { Exercise, OrderExercise, SortExercise, SpotExercise } from "~/core/course/exercise";
import { judgeExercise, sentOf, type SentExercise } from "~/core/course/exercise-answer";
import { shuffled } from "~/core/course/shuffle";
import { unreachable } from "~/core/result";
import type { SavedAnswer } from "~/server/learning/lesson-state.server";

interface Kept extends SentExercise {
  readonly right: boolean;
}

function sortView({ groups, moments }: SortExercise, kept: Kept | null, seed: string) {
  const right = kept?.right ?? null;
  if (kept === null) {
    const parts = shuffled(moments, seed).map(({ id, text }) => ({ id, text, told: null }));
    return { kind: "sort" as const, groups, right, parts };
  }
  const inGroups = groups.flatMap(({ id }) => moments.filter(({ group }) => group === id));
  const parts = inGroups.map(({ id, text, group, feedback }) => ({
    ...{ id, text },
    told: { yours: kept.placed.get(id) ?? "", belongs: group, feedback },
  }));
  return { kind: "sort" as const, groups, right, parts };
}

function orderView({ steps }: OrderExercise, kept: Kept | null, seed: string) {
  const right = kept?.right ?? null;
  const parts =
    kept === null
      ? shuffled(steps, seed).map(({ id, text }) => ({ id, text, told: null }))
      : steps.map(({ id, text, feedback }) => ({
          ...{ id, text },
          told: { yours: kept.placed.get(id) ?? "", feedback },
        }));
  return { kind: "order" as const, right, parts };
}

function spotView({ from, subject, sentences }: SpotExercise, kept: Kept | null) {
  const parts = sentences.map(({ id, text, sign, markable, paragraph, feedback }) => ({
    ...{ text, paragraph },
    id: markable ? id : null,
    told: kept && markable ? { marked: kept.marked.includes(id), sign, feedback } : null,
  }));
  return { kind: "spot" as const, from, subject, right: kept?.right ?? null, parts };
}

/** What was kept, where it still fits the exercise as it is now. */
function fitting(exercise: Exercise, answer: SavedAnswer | undefined): Kept | null {
  if (answer === undefined) return null;
  const sent = sentOf(exercise, answer.options);
  const judged = judgeExercise(exercise, sent);
  return judged.ok ? { ...sent, right: judged.value.correct } : null;
}

function viewOf(exercise: Exercise, kept: Kept | null, seed: string) {
  switch (exercise.kind) {
    case "sort":
      return sortView(exercise, kept, seed);
    case "order":
      return orderView(exercise, kept, seed);
    case "spot":
      return spotView(exercise, kept);
    default:
      return unreachable(exercise);
  }
}

/** `seed` names the reader and the revision: the same page each time, another one for another reader. */
export function exerciseView(exercise: Exercise, answers: readonly SavedAnswer[], seed: string) {
  const latest = answers.findLast((answer) => answer.check === exercise.id);
  const kept = fitting(exercise, latest);
  return { question: exercise.question, ...viewOf(exercise, kept, `${seed}:${exercise.id}`) };
}
