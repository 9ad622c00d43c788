/** Attributes that are written as they should be, and mean nothing where they stand. */
import type { Scenario } from "~/core/scenario/definition";
import { printedVariables } from "~/core/scenario/script";
import { comparedVariables } from "~/core/scenario/verification/use-findings";
import { placeOf, textOf } from "../element-reader";
import { allElementsIn, hasStranger, type Element } from "../parts";
import type { Reporter } from "../reporter";
import { quoted } from "../suggestion";

/** The narrator, who speaks where `by` is left out, has no face. */
export function reportIdleMood(element: Element, reporter: Reporter): void {
  if (!element.attributes.has("mood") || element.attributes.has("by")) return;
  reporter.report(
    "attribute/idle",
    placeOf(element, "mood"),
    "The narrator says this, who has no face to show a mood.",
    'Write by="…" for who says it, or take `mood` out.',
  );
}

export function reportIdleWeight(scene: Element, reporter: Reporter): void {
  if (!scene.attributes.has("weight") || hasStranger(scene.content)) return;
  if (allElementsIn(scene.content).some(({ attributes }) => attributes.has("shows"))) return;
  reporter.report(
    "attribute/idle",
    placeOf(scene, "weight"),
    "No answer of this scene shows a behaviour, so there is nothing for `weight` to count.",
    'Write shows="…" on its best answer, or take `weight` out.',
  );
}

/** Asked of a scenario without errors: one of them may be why nothing is drawn or printed. */
export function reportIdleInVariables(
  elements: readonly Element[],
  scenario: Scenario,
  reporter: Reporter,
): void {
  const idle = (element: Element, name: string, message: string, fix: string) =>
    reporter.report("attribute/idle", placeOf(element, name), message, fix);
  for (const element of elements) {
    const { attributes } = element;
    const name = textOf(element, "name");
    if (attributes.has("says") && !attributes.has("draw")) {
      const message = `${quoted(name)} is not drawn, and only what is drawn is printed, in the words of \`says\`.`;
      idle(element, "says", message, "Write draw beside it, or take `says` out.");
    }
    if (attributes.has("start") && attributes.has("draw")) {
      const message = `${quoted(name)} is drawn anew by each attempt, so that it starts nowhere.`;
      idle(element, "start", message, "Take `start` out, or `draw`.");
    }
    if (!attributes.has("says") || !attributes.has("draw")) continue;
    // Of a variable that nothing reads at all, that is said.
    if (printedVariables(scenario).has(name) || !comparedVariables(scenario).has(name)) continue;
    const message = `Nothing prints ${quoted(name)}, so the words of \`says\` are never read.`;
    const fix = `Print it with <Drawn name="${name}" />, or take \`says\` out.`;
    idle(element, "says", message, fix);
  }
}
