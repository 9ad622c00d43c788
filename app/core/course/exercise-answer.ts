/** Judging an answer to an exercise, and reading a kept one back against the exercise as it is now. */
import type { AnswerProblem } from "~/core/course/answer";
import type { Exercise, OrderExercise, SortExercise, SpotExercise } from "~/core/course/exercise";
import { capital, numberInWords } from "~/core/prose/in-words";
import { fail, ok, unreachable, type Result } from "~/core/result";

/** As it comes with a form. */
export interface SentExercise {
  /** By part: the group of a moment, or the place of a step, from 1. */
  readonly placed: ReadonlyMap<string, string>;
  /** The sentences that were marked. */
  readonly marked: readonly string[];
}

export interface JudgedExercise {
  /** As they are kept: `part:group` for each moment, the steps in their order, the sentences marked. */
  readonly options: readonly string[];
  readonly correct: boolean;
}

type Judged = Result<JudgedExercise, AnswerProblem>;

function howMany(count: number, one: string): string {
  return `${capital(numberInWords(count))} ${one}${count === 1 ? " has" : "s have"}`;
}

function judgeSort({ id, groups, moments }: SortExercise, { placed }: SentExercise): Judged {
  const known = new Set(groups.map((group) => group.id));
  const chosen = moments.map((moment) => ({ moment, group: placed.get(moment.id) ?? "" }));
  const open = chosen.filter(({ group }) => !known.has(group)).length;
  if (open > 0) {
    return fail({
      field: id,
      sentence: `${howMany(open, "moment")} no group yet. Choose one for each: a guess is fine.`,
    });
  }
  return ok({
    options: chosen.map(({ moment, group }) => `${moment.id}:${group}`),
    correct: chosen.every(({ moment, group }) => moment.group === group),
  });
}

function judgeOrder({ id, steps }: OrderExercise, { placed }: SentExercise): Judged {
  const places = steps.map((step) => Number(placed.get(step.id)));
  const isPlace = (place: number) => Number.isInteger(place) && place >= 1 && place <= steps.length;
  const open = places.filter((place) => !isPlace(place)).length;
  if (open > 0) {
    return fail({
      field: id,
      sentence: `${howMany(open, "step")} no place yet. Give each a number from 1 to ${String(steps.length)}.`,
    });
  }
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined) {
    return fail({
      field: id,
      sentence: `Place ${String(twice)} is taken more than once. Give each step a place of its own.`,
    });
  }
  const inOrder = steps
    .map((step, index) => ({ step: step.id, place: places[index] ?? 0 }))
    .sort((a, b) => a.place - b.place);
  return ok({
    options: inOrder.map(({ step }) => step),
    correct: places.every((place, index) => place === index + 1),
  });
}

function judgeSpot({ id, sentences }: SpotExercise, { marked }: SentExercise): Judged {
  const taken = sentences.filter((one) => one.markable && marked.includes(one.id));
  if (taken.length === 0) {
    return fail({ field: id, sentence: "Mark at least one sentence first. A guess is fine." });
  }
  return ok({
    options: taken.map((sentence) => sentence.id),
    correct: sentences.every((sentence) => sentence.sign === taken.includes(sentence)),
  });
}

export function judgeExercise(exercise: Exercise, sent: SentExercise): Judged {
  switch (exercise.kind) {
    case "sort":
      return judgeSort(exercise, sent);
    case "order":
      return judgeOrder(exercise, sent);
    case "spot":
      return judgeSpot(exercise, sent);
    default:
      return unreachable(exercise);
  }
}

/** What was sent, from what was kept of it. */
export function sentOf(exercise: Exercise, options: readonly string[]): SentExercise {
  switch (exercise.kind) {
    case "sort":
      return { placed: new Map(options.map((one) => pairOf(one))), marked: [] };
    case "order":
      return {
        placed: new Map(options.map((step, index) => [step, String(index + 1)])),
        marked: [],
      };
    case "spot":
      return { placed: new Map(), marked: options };
    default:
      return unreachable(exercise);
  }
}

function pairOf(option: string): readonly [string, string] {
  const cut = option.indexOf(":");
  return [option.slice(0, cut), option.slice(cut + 1)];
}

/** The right answer, as it would be kept. */
export function rightOptions(exercise: Exercise): readonly string[] {
  switch (exercise.kind) {
    case "sort":
      return exercise.moments.map(({ id, group }) => `${id}:${group}`);
    case "order":
      return exercise.steps.map(({ id }) => id);
    case "spot":
      return exercise.sentences.filter(({ sign }) => sign).map(({ id }) => id);
    default:
      return unreachable(exercise);
  }
}
