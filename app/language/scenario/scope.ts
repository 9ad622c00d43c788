/** The names that a scenario declares, and what reading its parts needs. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Position } from "~/core/diagnostic";
import type { DrawnWords, Script } from "~/core/prose/prose";
import {
  moods,
  type Effect,
  type Guard,
  type Mood,
  type Variable,
} from "~/core/scenario/definition";
import { notEmpty, placeOf, textOf } from "../element-reader";
import type { Attribute } from "../attributes";
import type { ExpressionProblem } from "../expression-tokens";
import { markdownIn, type Element } from "../parts";
import { nameForm } from "../name-form";
import { parseCondition } from "../parse-condition";
import { parseEffects } from "../parse-effects";
import { readScript } from "../prose-reader";
import type { Reporter } from "../reporter";
import type { UnknownNames } from "../unknown-names";
import { quoted, suggestName } from "../suggestion";
import { reportIdleMood } from "./idle-attributes";
import type { Things } from "./things";

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
  /** What is printed for a variable, by its name; a variable that is not here cannot be printed. */
  readonly printed: ReadonlyMap<string, DrawnWords>;
  readonly scenes: ReadonlySet<string>;
  /** The interlude that a scene belongs to, by the scene's id. */
  readonly interludes: ReadonlyMap<string, string>;
  /** The scene that an interlude begins with, by the interlude's id. */
  readonly entries: ReadonlyMap<string, string>;
  /** Interludes that hold no scene, of which that is said: what calls them is not blamed as well. */
  readonly emptyInterludes: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  readonly things: Things;
  /** Behaviours that the scenario lists; null where that list is wrong itself. */
  readonly declared: ReadonlySet<string> | null;
  /** A talk in a lesson, which has no interludes. */
  readonly isTalk: boolean;
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
  const name = new RegExp(`^${nameForm}`).exec(attribute.value.slice(index))?.[0] ?? "";
  if (scope.misdeclared.has(name)) return;
  scope.names.add("variable", name, { rule, at, message, fix: fix ?? "Declare it." });
}

const anyName = new RegExp(nameForm, "g");

function noteVariables(text: string, scope: Scope): void {
  for (const [name] of text.matchAll(anyName)) {
    if (scope.variables.has(name)) scope.names.use("variable", name);
  }
}

/** The condition in an attribute; null where there is none or it cannot be read, which is reported. */
export function guardOf(element: Element, scope: Scope, name = "when"): Guard | null {
  const attribute = element.attributes.get(name);
  if (!attribute) return null;
  noteVariables(attribute.value, scope);
  const parsed = parseCondition(attribute.value, scope.variables, (index) =>
    attribute.placeOf(index),
  );
  if ("guard" in parsed) return parsed.guard;
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
  reportIdleMood(element, scope.reporter);
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

/** The words of the variable that an attribute names; null where it cannot be printed, which is reported. */
export function drawnWordsOf(
  element: Element,
  scope: Scope,
  attribute = "name",
): DrawnWords | null {
  const name = textOf(element, attribute);
  if (!element.attributes.has(attribute)) return null;
  const words = scope.printed.get(name);
  if (words) {
    scope.names.use("variable", name);
    return words;
  }
  const at = placeOf(element, attribute);
  const variable = scope.variables.get(name);
  if (variable) {
    const isDrawn = variable.drawn === true;
    scope.reporter.report(
      "drawn/words",
      at,
      isDrawn
        ? `${quoted(name)} is true or false, and has no words to print.`
        : `${quoted(name)} is not drawn, so it has no words to print.`,
      isDrawn
        ? 'Write oneOf="…" with a word for each case, or use `when`.'
        : attribute === "name"
          ? "Write draw on its <Variable>, or say it with a `when` on the line."
          : "Write draw on its <Variable>, or leave the attribute out: then everybody meets the same person.",
    );
  } else if (!scope.misdeclared.has(name)) {
    const message = `No variable is called ${quoted(name)}.`;
    const fix = suggestName(name, scope.printed.keys(), "variables that are drawn");
    scope.names.add("variable", name, { rule: "variable/unknown", at, message, fix });
  }
  return null;
}

/** The words that an element holds, which there must be; what is drawn may stand among them. */
export function scriptOf(element: Element, scope: Scope): Script {
  const script = readScript(markdownIn(element.content), scope.reporter, (drawn) =>
    drawnWordsOf(drawn, scope),
  );
  return notEmpty(script, element, scope.reporter);
}
