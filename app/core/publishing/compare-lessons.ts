/** What an edit of a lesson means for learners. Its text is compared as it is written. */
import type { Check, CheckOption, Lesson } from "~/core/course/definition";
import type { Exercise } from "~/core/course/exercise";
import { plainText } from "~/core/prose/prose";
import { listInWords } from "~/core/prose/in-words";
import { unreachable } from "~/core/result";
import type { Change, ChangeKind } from "./change";
import { minutesChange, paragraphChanges, toldChanges } from "./told-changes";

/** A lesson with the text that is compiled: everything but facts, questions and prompts. */
interface WholeLesson {
  readonly definition: Lesson;
  readonly body: string | null;
}

const same = (one: unknown, other: unknown) => wordsOf(one) === wordsOf(other);

/** Positions out: where something stands in the file means nothing. */
function wordsOf(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (key === "at" ? undefined : part));
}

/** What each option was before: the one of the same words, or of those that are left the one of the same letter. */
function earlierOptions(before: Check, after: Check): ReadonlyMap<CheckOption, CheckOption> {
  const left = new Set(before.options);
  const earlier = new Map<CheckOption, CheckOption>();
  const pair = (fits: (one: CheckOption, other: CheckOption) => boolean) => {
    for (const option of after.options) {
      const found = earlier.has(option) ? undefined : [...left].find((one) => fits(one, option));
      if (!found) continue;
      left.delete(found);
      earlier.set(option, found);
    }
  };
  pair((one, other) => one.id === other.id && same(one.text, other.text));
  pair((one, other) => same(one.text, other.text));
  pair((one, other) => one.id === other.id);
  return earlier;
}

/** Options that stand in another order, or whose letters, by which answers are kept, mean others now. */
function orderChanges(
  before: Check,
  { id, options }: Check,
  earlier: ReadonlyMap<CheckOption, CheckOption>,
): Change[] {
  const moved = options.find((option) => (earlier.get(option) ?? option).id !== option.id);
  if (moved) {
    const isRight = (letter: string, all: readonly CheckOption[]) =>
      all.find((option) => option.id === letter)?.correct;
    const isOtherwise = options.some(
      (option) => (isRight(option.id, before.options) ?? option.correct) !== option.correct,
    );
    const message = `The letters of \`${id}\` mean other options now: “${plainText(moved.text)}” is ${moved.id}, before ${earlier.get(moved)?.id ?? ""}. What was answered before is read by its letter.`;
    return [{ kind: isOtherwise ? "scoring" : "wording", place: id, message }];
  }
  const were = before.options.filter((option) => [...earlier.values()].includes(option));
  const are = options.flatMap((option) => earlier.get(option) ?? []);
  const message = `The options of \`${id}\` stand in another order.`;
  return same(were, are) ? [] : [{ kind: "wording", place: id, message }];
}

function optionChanges(check: string, before: CheckOption, after: CheckOption): Change[] {
  const name = `\`${check}\`, “${plainText(after.text)}”`;
  if (before.correct !== after.correct) {
    const message = `${name} is ${after.correct ? "right" : "wrong"} now, before ${before.correct ? "right" : "wrong"}.`;
    return [{ kind: "scoring", place: check, message }];
  }
  return same([before.text, before.feedback], [after.text, after.feedback])
    ? []
    : [{ kind: "wording", place: check, message: `${name} is worded otherwise.` }];
}

function checkChanges(before: Check, after: Check): Change[] {
  const { id } = after;
  const changes: Change[] = [];
  const push = (kind: ChangeKind, message: string) => changes.push({ kind, place: id, message });
  if (!same(before.question, after.question)) {
    push(
      "wording",
      `\`${id}\` asks “${plainText(after.question)}”, before “${plainText(before.question)}”.`,
    );
  }
  const earlier = earlierOptions(before, after);
  for (const option of after.options) {
    const was = earlier.get(option);
    if (was) changes.push(...optionChanges(id, was, option));
    else push("scoring", `\`${id}\` has a new option, “${plainText(option.text)}”.`);
  }
  const kept = new Set(earlier.values());
  for (const option of before.options) {
    if (!kept.has(option))
      push("scoring", `\`${id}\` no longer has the option “${plainText(option.text)}”.`);
  }
  return [...changes, ...orderChanges(before, after, earlier)];
}

/** Each part of an exercise, and what is right of it, in the order that is right or means nothing. */
function rightParts(exercise: Exercise): readonly { readonly id: string; readonly is: string }[] {
  switch (exercise.kind) {
    case "sort":
      return exercise.moments.map(({ id, group }) => ({ id, is: group }));
    case "order":
      return exercise.steps.map(({ id }) => ({ id, is: "" }));
    case "spot":
      return exercise.sentences.map(({ id, sign, markable }) => ({
        id,
        is: `${String(sign)} ${String(markable)}`,
      }));
    default:
      return unreachable(exercise);
  }
}

/**
 * What is right in an exercise, for comparing it with another one. Where steps stand is what an
 * Order asks, and means nothing elsewhere. A part is named after its words, so that one that was
 * reworded is known by nothing but its group, place or sign.
 */
function rightOf(exercise: Exercise, other: Exercise): string {
  const known = new Set(rightParts(other).map(({ id }) => id));
  const parts = rightParts(exercise).map(({ id, is }) => `${known.has(id) ? id : ""}:${is}`);
  const groups = exercise.kind === "sort" ? exercise.groups.map(({ id }) => id).sort() : [];
  return JSON.stringify([exercise.kind, exercise.kind === "order" ? parts : parts.sort(), groups]);
}

/** The exercise with every list in it in one order. */
const sorted = (exercise: Exercise): unknown =>
  Object.fromEntries(
    Object.entries(exercise).map(([name, part]: [string, unknown]) => [
      name,
      Array.isArray(part) ? part.map(wordsOf).sort() : part,
    ]),
  );

function exerciseChanges(before: readonly Exercise[], after: readonly Exercise[]): Change[] {
  const change = (kind: ChangeKind, id: string, what: string): Change => ({
    kind,
    place: id,
    message: `The exercise \`${id}\` ${what}.`,
  });
  const kept = after.flatMap((exercise): Change[] => {
    const earlier = before.find(({ id }) => id === exercise.id);
    if (earlier === undefined) return [{ ...change("rule", exercise.id, "is new"), isNew: true }];
    if (same(earlier, exercise)) return [];
    if (same(sorted(earlier), sorted(exercise)) && exercise.kind !== "order")
      return [change("wording", exercise.id, "has its parts in another order")];
    return rightOf(earlier, exercise) === rightOf(exercise, earlier)
      ? [change("wording", exercise.id, "is worded otherwise")]
      : [change("scoring", exercise.id, "is right otherwise")];
  });
  const gone = before.filter(({ id }) => !after.some((other) => other.id === id));
  return [...kept, ...gone.map(({ id }) => change("rule", id, "is gone"))];
}

/** Everything that is otherwise in a lesson: its facts, words, questions and exercises. Empty where nothing is. */
export function compareLessons(before: WholeLesson, after: WholeLesson): readonly Change[] {
  const [was, is] = [before.definition, after.definition];
  const changes: Change[] = [];
  const whole = (kind: ChangeKind, message: string) => changes.push({ kind, place: null, message });
  const told = ({ title, summary }: Lesson) => ({ title, summary });
  for (const sentence of [
    ...toldChanges(told(was), told(is)),
    ...minutesChange(was.minutes, is.minutes),
    ...paragraphChanges(before.body ?? "", after.body ?? ""),
  ])
    whole("wording", sentence);
  if (!same(was.behaviours, is.behaviours))
    whole(
      "wording",
      `It teaches ${listInWords(is.behaviours)}, before ${listInWords(was.behaviours)}.`,
    );
  if (!same(was.reflections, is.reflections)) whole("wording", "Its reflections changed.");
  if (!same(was.ratings, is.ratings)) whole("wording", "What one rates oneself on changed.");
  if (!same(was.dialogue, is.dialogue)) whole("wording", "The small talk changed.");
  if (!same(was.goal.prompt, is.goal.prompt)) whole("wording", "The goal is asked for otherwise.");
  if (!same(was.scenarios, is.scenarios))
    whole(
      "flow",
      `It leads to ${listInWords(is.scenarios) || "no role-play"}, before to ${listInWords(was.scenarios) || "none"}.`,
    );
  for (const check of is.checks) {
    const earlier = was.checks.find(({ id }) => id === check.id);
    if (earlier) changes.push(...checkChanges(earlier, check));
    else
      changes.push({
        kind: "rule",
        place: check.id,
        message: `The check \`${check.id}\` is new: “${plainText(check.question)}”.`,
        isNew: true,
      });
  }
  for (const { id } of was.checks) {
    if (!is.checks.some((other) => other.id === id))
      changes.push({ kind: "rule", place: id, message: `The check \`${id}\` is gone.` });
  }
  return [...changes, ...exerciseChanges(was.exercises ?? [], is.exercises ?? [])];
}
