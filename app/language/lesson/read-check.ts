/** Knowledge checks, reflections and the goal. */
import type { Check, CheckOption, Lesson, Rating, Reflection } from "~/core/course/definition";
import { nameOf, reportDuplicates, wordsOf } from "../element-reader";
import { elementsIn, hasStranger, type Element } from "../parts";
import type { Reporter } from "../reporter";
import { reportLateWords, reportWordsBehindQuestion } from "../scenario/stray-words";

const letters = "abcdefghijklmnopqrstuvwxyz";

function readOption(element: Element, index: number, reporter: Reporter): CheckOption {
  const [feedback, second] = elementsIn(element.content).filter((part) => part.name === "Feedback");
  if (!feedback && !hasStranger(element.content)) {
    reporter.report(
      "check/no-feedback",
      element.at,
      "This answer has no feedback.",
      "Add <Feedback>…</Feedback> that says why it is right, or why it is not.",
    );
  }
  if (second) {
    reporter.report(
      "element/repeated",
      second.at,
      "An answer has one <Feedback>.",
      "Put all of it into the first.",
    );
  }
  reportLateWords(element, reporter);
  return {
    id: element.attributes.has("id")
      ? nameOf(element, "id", reporter)
      : (letters[index] ?? `o${index}`),
    text: wordsOf(element, reporter),
    correct: element.attributes.has("correct"),
    feedback: feedback ? wordsOf(feedback, reporter) : [],
  };
}

export function readCheck(element: Element, reporter: Reporter): Check {
  const parts = elementsIn(element.content).filter((part) => part.name === "Option");
  const options = parts.map((part, index) => readOption(part, index, reporter));
  reportWordsBehindQuestion(element, "Option", reporter);
  const correct = options.filter((option) => option.correct).length;
  if (hasStranger(element.content)) {
    // What was refused may be the answer that seems to be missing.
  } else if (options.length < 2) {
    reporter.report(
      "check/no-options",
      element.at,
      "A question needs at least two answers to choose from.",
      "Add another <Option>.",
    );
  } else if (options.length === correct) {
    reporter.report(
      "check/all-correct",
      element.at,
      "Every answer is right, so there is nothing to find out.",
      "Take correct out of those that are not, or add an <Option> that is wrong.",
    );
  } else if (correct === 0 && !reporter.hasErrorsBetween(element.at, element.end)) {
    reporter.report(
      "check/no-correct",
      element.at,
      "None of the answers is right.",
      "Write <Option correct> for the right one.",
    );
  }
  reportDuplicates(
    options.map(({ id }, index) => ({ name: id, at: parts[index]?.at ?? element.at })),
    "answer of this question",
    reporter,
  );
  return {
    id: nameOf(element, "id", reporter),
    question: wordsOf(element, reporter),
    kind: correct > 1 ? "several" : "one",
    options,
    at: element.at,
  };
}

/** A reflection or a rating: a question to oneself. */
export function readPrompt(element: Element, reporter: Reporter): Reflection & Rating {
  return {
    id: nameOf(element, "id", reporter),
    prompt: wordsOf(element, reporter),
    at: element.at,
  };
}

/** Null where there is none, which is reported unless something that was refused may have been it. */
export function readGoal(
  elements: readonly Element[],
  isPartial: boolean,
  reporter: Reporter,
): Lesson["goal"] | null {
  const [goal, second] = elements;
  if (!goal && isPartial) return null;
  if (!goal) {
    reporter.report(
      "lesson/no-goal",
      { line: 1, column: 1 },
      "This lesson ends without a goal.",
      "Add <Goal>This week, when …, I will …</Goal> at its end.",
    );
    return null;
  }
  if (second) {
    reporter.report(
      "element/repeated",
      second.at,
      "A lesson has one <Goal>.",
      "Keep the one at the end.",
    );
  }
  return { prompt: wordsOf(goal, reporter), at: goal.at };
}
