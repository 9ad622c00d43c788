/** Scenes with their lines and what may be answered. */
import type { Scene } from "~/core/scenario/definition";
import { listOf, nameOf, numberOf, reportDuplicates } from "../element-reader";
import type { PlacedText } from "../fields";
import { elementsIn, hasStranger, type Element } from "../parts";
import { quoted, suggestName } from "../suggestion";
import { reportIdleWeight } from "./idle-attributes";
import { readChoice, readLine, readReply, readSilence } from "./read-choice";
import type { Scope } from "./scope";

/** The one part of this name; a sentence where there are several. */
function single(parts: readonly Element[], name: string, scope: Scope): Element | undefined {
  const [first, second] = parts.filter((part) => part.name === name);
  if (second) {
    scope.reporter.report(
      "element/repeated",
      second.at,
      `<${name}> may stand only once in a scene.`,
      "Put what both say into the first.",
    );
  }
  return first;
}

function repairsOf(element: Element, scope: Scope): readonly PlacedText[] {
  const met = new Set<string>();
  return listOf(element, "repairs").flatMap(({ text, at }) => {
    if (met.has(text)) {
      scope.reporter.report(
        "repair/twice",
        at,
        `${quoted(text)} stands twice in \`repairs\`.`,
        "Take one of them out: a miss is made good once.",
      );
      return [];
    }
    met.add(text);
    if (scope.scenes.has(text)) {
      scope.names.use("place", text);
      return [{ text, at }];
    }
    const fix = suggestName(text, scope.scenes, "scenes");
    const what = scope.things.get(text);
    if (what === undefined) {
      const message = `It repairs ${quoted(text)}, and no scene has that name.`;
      scope.names.add("place", text, { rule: "repair/unknown", at, message, fix });
    } else {
      const message = `It repairs ${quoted(text)}, which is ${what} and no scene.`;
      scope.reporter.report("repair/unknown", at, message, fix);
    }
    return [];
  });
}

export function readScene(element: Element, scope: Scope): Scene {
  const parts = elementsIn(element.content);
  const id = nameOf(element, "id", scope.reporter);
  const choices = parts
    .filter((part) => part.name === "Choice")
    .map((part, index) => readChoice(part, index, id, scope));
  const reply = single(parts, "Reply", scope);
  const silence = single(parts, "Silence", scope);
  const interlude = scope.interludes.has(id);
  if (choices.length === 0 && !reply && !hasStranger(element.content)) {
    scope.reporter.report(
      "scene/no-choice",
      element.at,
      `The scene ${quoted(id)} has nothing to choose, so nobody gets on from it.`,
      'Add a <Choice to="…">, or make it an <Ending>.',
    );
  }
  if (interlude && silence) {
    scope.reporter.report(
      "interlude/timed",
      silence.at,
      "Time does not run in an interlude.",
      "Put <Silence> into the scene that calls it.",
    );
  }
  reportDuplicates(
    choices.map((choice) => ({ name: choice.id, at: choice.at })),
    "choice of this scene",
    scope.reporter,
  );
  reportIdleWeight(element, scope.reporter);
  const repairs = repairsOf(element, scope);
  return {
    id,
    lines: parts.filter((part) => part.name === "Line").map((part) => readLine(part, scope)),
    choices,
    weight: numberOf(element, "weight", { min: 0, max: 10, decimals: 2 }, scope.reporter) ?? 1,
    ...(reply && { reply: readReply(reply, id, scope) }),
    ...(silence && { timed: readSilence(silence, id, scope) }),
    ...(interlude && { interlude }),
    ...(repairs.length > 0 && {
      repairs: repairs.map(({ text }) => text),
      repairsAt: repairs.map(({ at }) => at),
    }),
    at: element.at,
  };
}
