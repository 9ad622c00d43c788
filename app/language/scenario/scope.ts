/** The names that a scenario declares, and what reading its parts needs. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Position } from "~/core/diagnostic";
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
import type { Element } from "../parts";
import { parseCondition } from "../parse-condition";
import { parseEffects } from "../parse-effects";
import type { Reporter } from "../reporter";
import type { UnknownNames } from "../unknown-names";
import { quoted, suggestName } from "../suggestion";

export interface Scope {
  /** Null where the vocabulary itself cannot be read. */
  readonly vocabulary: Vocabulary | null;
  readonly reporter: Reporter;
  /** Names that are used and not declared: kinds `cast`, `variable`, `place` and `behaviour`. */
  readonly names: UnknownNames;
  readonly cast: ReadonlySet<string>;
  readonly variables: ReadonlyMap<string, Variable>;
  /** Names of variables whose own declaration is wrong: what uses them is not blamed as well. */
  readonly misdeclared: ReadonlySet<string>;
  readonly scenes: ReadonlySet<string>;
  readonly interludes: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  /** Behaviours that the scenario lists; null where that list is wrong itself. */
  readonly declared: ReadonlySet<string> | null;
  /** Places of answers of which something was refused: nothing is said to be missing from them. */
  readonly refused: Set<Position>;
}

function reportExpression(attribute: Attribute, problem: ExpressionProblem, scope: Scope): void {
  const { rule, index, message, fix } = problem;
  const at = attribute.placeOf(index);
  if (rule !== "variable/unknown") {
    scope.reporter.report(rule, at, message, fix);
    return;
  }
  const name = /^[\w-]+/.exec(attribute.value.slice(index))?.[0] ?? "";
  if (scope.misdeclared.has(name)) return;
  scope.names.add("variable", name, { rule, at, message, fix: fix ?? "Declare it." });
}

function noteVariables(text: string, scope: Scope): void {
  for (const [name] of text.matchAll(/[A-Za-z][\w-]*/g)) {
    if (scope.variables.has(name)) scope.names.use("variable", name);
  }
}

/** The condition in an attribute; null where there is none or it cannot be read, which is reported. */
export function guardOf(element: Element, scope: Scope, name = "when"): Guard | null {
  const attribute = element.attributes.get(name);
  if (!attribute) return null;
  noteVariables(attribute.value, scope);
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
  noteVariables(attribute.value, scope);
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
  if (scope.cast.has(speaker)) scope.names.use("cast", speaker);
  else {
    scope.names.add("cast", speaker, {
      rule: "cast/unknown",
      at: placeOf(element, "by"),
      message: `Nobody in the cast has the id ${quoted(speaker)}.`,
      fix:
        scope.cast.size === 0
          ? `Put <Cast id="${quoted(speaker).slice(1, -1)}" name="…" role="…" /> before the first scene.`
          : suggestName(speaker, scope.cast, "ids of the cast"),
    });
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
