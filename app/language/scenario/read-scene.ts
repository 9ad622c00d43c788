/** Scenes with their lines and choices. */
import type { Choice, Feedback, Line, Scene } from "~/core/scenario/definition";
import {
  nameOf,
  numberOf,
  placeOf,
  tagsOf,
  textOf,
  reportDuplicates,
  wordsOf,
} from "../element-reader";
import { elementsIn, type Element } from "../outline";
import { quoted, suggestName } from "../suggestion";
import { effectsOf, guardOf, moodOf, speakerOf, type Scope } from "./scope";

export function readLine(element: Element, scope: Scope): Line {
  return {
    speaker: speakerOf(element, scope),
    mood: moodOf(element, scope),
    text: wordsOf(element, scope.reporter),
    when: guardOf(element, scope),
    at: element.at,
  };
}

function readFeedback(element: Element, scope: Scope): Feedback {
  return {
    text: wordsOf(element, scope.reporter),
    when: guardOf(element, scope),
    at: element.at,
  };
}

function targetOf(element: Element, scope: Scope): string {
  const target = textOf(element, "to");
  if (!element.attributes.has("to") || scope.scenes.has(target) || scope.endings.has(target)) {
    return target;
  }
  const fix = suggestName(target, [...scope.scenes, ...scope.endings], "scenes and endings");
  scope.reporter.report(
    "choice/target",
    placeOf(element, "to"),
    `This choice leads to ${quoted(target)}, and no scene or ending has that name.`,
    fix,
  );
  return target;
}

function readChoice(element: Element, index: number, scope: Scope): Choice {
  const parts = elementsIn(element.content);
  const named = (name: string) => parts.filter((part) => part.name === name);
  return {
    id: element.attributes.has("id")
      ? nameOf(element, "id", scope.reporter)
      : `choice-${index + 1}`,
    text: wordsOf(element, scope.reporter),
    when: guardOf(element, scope),
    effects: effectsOf(element, scope),
    shows: tagsOf(element, "shows", scope.vocabulary, scope.reporter),
    misses: tagsOf(element, "misses", scope.vocabulary, scope.reporter),
    consequence: named("Consequence").map((part) => readLine(part, scope)),
    feedback: named("Feedback").map((part) => readFeedback(part, scope)),
    target: targetOf(element, scope),
    at: element.at,
  };
}

export function readScene(element: Element, scope: Scope): Scene {
  const parts = elementsIn(element.content);
  const choices = parts
    .filter((part) => part.name === "Choice")
    .map((part, index) => readChoice(part, index, scope));
  const id = nameOf(element, "id", scope.reporter);
  if (choices.length === 0) {
    scope.reporter.report(
      "scene/no-choice",
      element.at,
      `The scene ${quoted(id)} has nothing to choose, so nobody gets on from it.`,
      'Add a <Choice to="…">, or make it an <Ending>.',
    );
  }
  reportDuplicates(
    choices.map((choice) => ({ name: choice.id, at: choice.at })),
    "choice of this scene",
    scope.reporter,
  );
  return {
    id,
    lines: parts.filter((part) => part.name === "Line").map((part) => readLine(part, scope)),
    choices,
    weight: numberOf(element, "weight", { min: 0, max: 10, decimals: 2 }, scope.reporter) ?? 1,
    at: element.at,
  };
}
