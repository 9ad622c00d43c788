/** Endings and the standing rules that lead to them. */
import type { Prose } from "~/core/prose/prose";
import type { Ending, StandingRule } from "~/core/scenario/definition";
import { nameOf, placeOf, textOf, wordsOf } from "../element-reader";
import { elementsIn, type Element } from "../outline";
import { quoted, suggestName } from "../suggestion";
import { readLine } from "./read-choice";
import { guardOf, type Scope } from "./scope";

function onlyWords(element: Element, name: string, why: string, scope: Scope): Prose {
  const [first, second] = elementsIn(element.content).filter((part) => part.name === name);
  if (!first) {
    scope.reporter.report(
      "element/empty",
      element.at,
      `This ending lacks <${name}>: ${why}.`,
      `Add <${name}>…</${name}> to it.`,
    );
    return [];
  }
  if (second) {
    scope.reporter.report(
      "element/repeated",
      second.at,
      `<${name}> may stand only once in an ending.`,
      "Put all of it into the first.",
    );
  }
  return wordsOf(first, scope.reporter);
}

export function readEnding(element: Element, scope: Scope): Ending {
  const outcome = textOf(element, "outcome");
  if (outcome !== "passed" && outcome !== "failed" && element.attributes.has("outcome")) {
    scope.reporter.report(
      "attribute/wrong-value",
      placeOf(element, "outcome"),
      `An ending is passed or failed, not ${quoted(outcome)}.`,
      suggestName(outcome, ["passed", "failed"], "outcomes"),
    );
  }
  return {
    id: nameOf(element, "id", scope.reporter),
    title: textOf(element, "title"),
    outcome: outcome === "passed" ? "passed" : "failed",
    lines: elementsIn(element.content)
      .filter((part) => part.name === "Line")
      .map((part) => readLine(part, scope)),
    felt: onlyWords(element, "Felt", "what the other person felt, in their words", scope),
    tonight: onlyWords(element, "Tonight", "what they tell their friends tonight", scope),
    at: element.at,
  };
}

/** Null where its condition cannot be read, which is reported. */
export function readRule(element: Element, scope: Scope): StandingRule | null {
  const target = textOf(element, "to");
  if (element.attributes.has("to") && !scope.endings.has(target)) {
    const isScene = scope.scenes.has(target);
    scope.reporter.report(
      "rule/target",
      placeOf(element, "to"),
      isScene
        ? `A standing rule leads to an ending, and ${quoted(target)} is a scene.`
        : `This rule leads to ${quoted(target)}, and no ending has that name.`,
      isScene
        ? "Lead to an ending, or put the condition on the choices."
        : suggestName(target, scope.endings, "endings"),
    );
  }
  const when = guardOf(element, scope);
  return when && { when, target, at: element.at };
}
