/** The names that a scenario declares, and what reading its parts needs. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import {
  moods,
  type Effect,
  type Guard,
  type Mood,
  type Variable,
} from "~/core/scenario/definition";
import { placeOf, textOf } from "../element-reader";
import type { Attribute } from "../attributes";
import type { ExpressionProblem } from "../expression-tokens";
import type { Element } from "../outline";
import { parseCondition } from "../parse-condition";
import { parseEffects } from "../parse-effects";
import type { Reporter } from "../reporter";
import { quoted, suggestName } from "../suggestion";

export interface Scope {
  readonly vocabulary: Vocabulary;
  readonly reporter: Reporter;
  readonly cast: ReadonlySet<string>;
  readonly variables: ReadonlyMap<string, Variable>;
  /** Names of variables whose own declaration is wrong: what uses them is not blamed as well. */
  readonly misdeclared: ReadonlySet<string>;
  readonly scenes: ReadonlySet<string>;
  readonly interludes: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
}

function reportExpression(attribute: Attribute, problem: ExpressionProblem, scope: Scope): void {
  const { rule, index, message, fix } = problem;
  const name = /^[\w-]+/.exec(attribute.value.slice(index))?.[0] ?? "";
  if (rule === "variable/unknown" && scope.misdeclared.has(name)) return;
  scope.reporter.report(rule, attribute.placeOf(index), message, fix);
}

/** The condition in an attribute; null where there is none or it cannot be read, which is reported. */
export function guardOf(element: Element, scope: Scope, name = "when"): Guard | null {
  const attribute = element.attributes.get(name);
  if (!attribute) return null;
  const parsed = parseCondition(attribute.value, scope.variables);
  if ("condition" in parsed) {
    return { condition: parsed.condition, text: attribute.value, at: attribute.placeOf(0) };
  }
  reportExpression(attribute, parsed.problem, scope);
  return null;
}

export function effectsOf(element: Element, scope: Scope, name = "set"): readonly Effect[] {
  const attribute = element.attributes.get(name);
  if (!attribute) return [];
  const { effects, problems } = parseEffects(attribute.value, scope.variables, (index) =>
    attribute.placeOf(index),
  );
  for (const problem of problems) reportExpression(attribute, problem, scope);
  return effects;
}

/** Who speaks; null for the narrator. */
export function speakerOf(element: Element, scope: Scope): string | null {
  if (!element.attributes.has("by")) return null;
  const speaker = textOf(element, "by");
  if (!scope.cast.has(speaker)) {
    scope.reporter.report(
      "cast/unknown",
      placeOf(element, "by"),
      `Nobody in the cast has the id ${quoted(speaker)}.`,
      suggestName(speaker, scope.cast, "ids of the cast"),
    );
  }
  return speaker;
}

export function moodOf(element: Element, scope: Scope): Mood | null {
  if (!element.attributes.has("mood")) return null;
  const written = textOf(element, "mood");
  const mood = moods.find((known) => known === written);
  if (mood) return mood;
  scope.reporter.report(
    "mood/unknown",
    placeOf(element, "mood"),
    `There is no mood ${quoted(written)}.`,
    suggestName(written, moods, "moods"),
  );
  return null;
}
