/** Endings and the standing rules that lead to them. */
import type { Script } from "~/core/prose/prose";
import type { Ending, StandingRule, Telling } from "~/core/scenario/definition";
import { nameOf, placeOf, textOf } from "../element-reader";
import { elementsIn, hasStranger, type Element } from "../parts";
import { quoted, suggestName } from "../suggestion";
import { readLine } from "./read-choice";
import { guardOf, scriptOf, type Scope } from "./scope";

interface Told {
  readonly when: readonly Telling[];
  readonly otherwise: Script;
}

/** Several that depend on conditions, tried in the order written, and one for everything else. */
function tellings(element: Element, name: string, why: string, scope: Scope): Told {
  const parts = elementsIn(element.content).filter((part) => part.name === name);
  const open = parts.filter((part) => !part.attributes.has("when"));
  const [fallback] = open;
  // Where something else is wrong in one of them, that may have been its condition.
  const [, second] = open.filter((part) => !scope.reporter.hasErrorsBetween(part.at, part.end));
  if (second) {
    scope.reporter.report(
      "element/repeated",
      second.at,
      `<${name}> without a condition may stand only once in an ending.`,
      'Put all of it into the first, or say with when="…" which of them it is.',
    );
  }
  if (!fallback && !hasStranger(element.content)) {
    scope.reporter.report(
      "element/empty",
      parts[0]?.at ?? element.at,
      parts.length === 0
        ? `This ending lacks <${name}>: ${why}.`
        : `Where none of these conditions holds, this ending has no <${name}>.`,
      `Add <${name}>…</${name}>${parts.length === 0 ? " to it" : " without a condition, last"}.`,
    );
  } else if (fallback && fallback !== parts.at(-1) && open.length === 1) {
    scope.reporter.report(
      "ending/order",
      fallback.at,
      `The first <${name}> that holds is told, so nothing after this one ever is.`,
      `Put the <${name}> without a condition last.`,
    );
  }
  return {
    when: parts.flatMap((part) => {
      if (!part.attributes.has("when")) return [];
      const text = scriptOf(part, scope);
      const when = guardOf(part, scope);
      return when ? [{ text, when, at: part.at }] : [];
    }),
    otherwise: fallback ? scriptOf(fallback, scope) : [],
  };
}

export function readEnding(element: Element, scope: Scope): Ending {
  const outcome = textOf(element, "outcome");
  if (outcome !== "passed" && outcome !== "failed" && element.attributes.has("outcome")) {
    scope.reporter.report(
      "attribute/wrong-value",
      placeOf(element, "outcome"),
      `An ending is passed or failed, not ${quoted(outcome)}.`,
      /^(?:pass|success|good|win|won)/i.test(outcome)
        ? "Did you mean `passed`?"
        : suggestName(outcome, ["passed", "failed"], "outcomes"),
    );
  }
  const felt = tellings(element, "Felt", "what the other person felt, in their words", scope);
  const tonight = tellings(element, "Tonight", "what they tell their friends tonight", scope);
  return {
    id: nameOf(element, "id", scope.reporter),
    title: textOf(element, "title"),
    // One that is spelt otherwise may have been meant to pass: nobody is told that no ending does.
    outcome: outcome === "failed" ? "failed" : "passed",
    lines: elementsIn(element.content)
      .filter((part) => part.name === "Line")
      .map((part) => readLine(part, scope)),
    felt: felt.otherwise,
    ...(felt.when.length > 0 && { feltWhen: felt.when }),
    tonight: tonight.otherwise,
    ...(tonight.when.length > 0 && { tonightWhen: tonight.when }),
    at: element.at,
  };
}

/** Null where its condition cannot be read, which is reported. */
export function readRule(element: Element, scope: Scope): StandingRule | null {
  const target = textOf(element, "to");
  const at = placeOf(element, "to");
  if (scope.endings.has(target)) scope.names.use("place", target);
  else if (scope.things.has(target)) {
    scope.reporter.report(
      "rule/target",
      at,
      `A standing rule leads to an ending, and ${quoted(target)} is ${scope.things.get(target) ?? ""}.`,
      "Lead to an ending, or put the condition on the choices.",
    );
  } else if (element.attributes.has("to")) {
    scope.names.add("place", target, {
      rule: "rule/target",
      at,
      message:
        target === ""
          ? "It is not said where this rule leads."
          : `This rule leads to ${quoted(target)}, and no ending has that name.`,
      fix: suggestName(target, scope.endings, "endings"),
    });
  }
  const when = guardOf(element, scope);
  return when && { when, target, at: element.at };
}
