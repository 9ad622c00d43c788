/** Judging what a learner sends with a lesson: answers to checks, goals and reflections. */
import type { Check, Lesson } from "~/core/course/definition";
import { tooLong } from "~/core/prose/too-long";
import { fail, ok, type Result } from "~/core/result";

/** Lengths in characters as a person counts them on the page (UTF-16 units, as `maxlength` does). */
export const lengthLimits = { goal: 500, reflection: 4000 } as const;

/** What is wrong with one field, in a sentence for the learner. */
export interface AnswerProblem {
  readonly field: string;
  readonly sentence: string;
}

interface JudgedAnswer {
  readonly check: Check;
  /** Ids of the options taken, in the order of the check. */
  readonly options: readonly string[];
  readonly correct: boolean;
}

export function judgeAnswer(
  lesson: Lesson,
  sent: { readonly check: string; readonly options: readonly string[] },
): Result<JudgedAnswer, AnswerProblem> {
  const check = lesson.checks.find(({ id }) => id === sent.check);
  if (check === undefined) {
    return fail({
      field: "check",
      sentence: "This question is no longer part of the lesson. The lesson as it is now is below.",
    });
  }
  const taken = new Set(sent.options);
  if (taken.size === 0) {
    return fail({
      field: check.id,
      sentence:
        check.kind === "one"
          ? "Choose an answer first. A guess is fine: a wrong answer teaches too."
          : "Choose at least one answer first. A guess is fine: a wrong answer teaches too.",
    });
  }
  const options = check.options.filter(({ id }) => taken.has(id));
  if (options.length !== taken.size) {
    return fail({
      field: check.id,
      sentence: "The answers have changed since you opened this page. Choose from these.",
    });
  }
  if (check.kind === "one" && options.length > 1) {
    return fail({ field: check.id, sentence: "Choose one answer: this question has just one." });
  }
  const correct = check.options.every((option) => option.correct === taken.has(option.id));
  return ok({ check, options: options.map(({ id }) => id), correct });
}

/** Line ends as one character, as a form control counts them; no control characters, no space around. */
function tidyWords(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

export interface GoalWords {
  readonly when: string;
  readonly will: string;
}

export function judgeGoal(sent: GoalWords): Result<GoalWords, readonly AnswerProblem[]> {
  const goal = { when: tidyWords(sent.when), will: tidyWords(sent.will) };
  const problems: AnswerProblem[] = [];
  if (goal.when === "") {
    problems.push({
      field: "goal-when",
      sentence: "Say when: name a moment that will come up this week.",
    });
  } else if (goal.when.length > lengthLimits.goal) {
    const sentence = tooLong("The “when”", goal.when.length, lengthLimits.goal);
    problems.push({ field: "goal-when", sentence });
  }
  if (goal.will === "") {
    problems.push({ field: "goal-will", sentence: "Say what you will do when that moment comes." });
  } else if (goal.will.length > lengthLimits.goal) {
    const sentence = tooLong("The “I will”", goal.will.length, lengthLimits.goal);
    problems.push({ field: "goal-will", sentence });
  }
  return problems.length > 0 ? fail(problems) : ok(goal);
}

export function judgeReflection(
  lesson: Lesson,
  sent: { readonly reflection: string; readonly text: string },
): Result<{ readonly reflection: string; readonly text: string }, AnswerProblem> {
  const reflection = lesson.reflections.find(({ id }) => id === sent.reflection);
  if (reflection === undefined) {
    return fail({
      field: "reflection",
      sentence: "This reflection is no longer part of the lesson. Your words are kept below.",
    });
  }
  const text = tidyWords(sent.text);
  if (text === "") {
    return fail({
      field: reflection.id,
      sentence: "Write a few words first, or leave it for later.",
    });
  }
  if (text.length > lengthLimits.reflection) {
    return fail({
      field: reflection.id,
      sentence: tooLong("Your reflection", text.length, lengthLimits.reflection),
    });
  }
  return ok({ reflection: reflection.id, text });
}
