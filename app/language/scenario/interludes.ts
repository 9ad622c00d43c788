/** Which scenes belong to a detour, and where each detour begins. */
import { nameOf, reportDuplicates, textOf } from "../element-reader";
import { elementsIn, type Element } from "../parts";
import type { Reporter } from "../reporter";
import { quoted } from "../suggestion";
import type { Scope } from "./scope";

export interface PlacedScene {
  readonly element: Element;
  /** The id of the interlude that it belongs to; a scene alone is one of its own name. */
  readonly interlude: string | null;
}

function scenesOf(interlude: Element, reporter: Reporter): readonly PlacedScene[] {
  const id = nameOf(interlude, "id", reporter);
  const scenes = elementsIn(interlude.content).filter(({ name }) => name === "Scene");
  if (scenes.length === 0) {
    reporter.report(
      "element/empty",
      interlude.at,
      `The interlude ${quoted(id)} holds no scene.`,
      'Put a <Scene id="…"> into it, or take it out.',
    );
  }
  return scenes.map((element) => ({ element, interlude: id }));
}

/** An interlude is called by its name, as scenes and endings are led to by theirs. */
function checkNames(elements: readonly Element[], reporter: Reporter): void {
  const named = elements
    .filter(({ name }) => name === "Interlude" || name === "Ending" || name === "Scene")
    .map((element) => ({
      name: textOf(element, "id"),
      at: element.at,
      isOwn: element.name === "Interlude",
    }));
  const names = new Map<string, (typeof named)[number]>();
  for (const one of named) {
    const earlier = names.get(one.name);
    names.set(one.name, earlier ?? one);
    if (!earlier || !(earlier.isOwn || one.isOwn)) continue;
    reportDuplicates([earlier, one], "scene, interlude or ending", reporter);
  }
}

/** Every scene in the order written, those in an <Interlude> among them; `elements` are all there are. */
export function placedScenes(
  elements: readonly Element[],
  reporter: Reporter,
): readonly PlacedScene[] {
  checkNames(elements, reporter);
  const inside = new Map(
    elements
      .filter(({ name }) => name === "Interlude")
      .flatMap((element) => scenesOf(element, reporter))
      .map((placed) => [placed.element, placed]),
  );
  return elements
    .filter(({ name }) => name === "Scene")
    .map((element): PlacedScene => {
      const isAlone = element.attributes.has("interlude");
      return inside.get(element) ?? { element, interlude: isAlone ? textOf(element, "id") : null };
    });
}

export function interludesOf(
  placed: readonly PlacedScene[],
): Pick<Scope, "interludes" | "entries"> {
  const interludes = new Map<string, string>();
  const entries = new Map<string, string>();
  for (const { element, interlude } of placed) {
    if (interlude === null) continue;
    const id = textOf(element, "id");
    interludes.set(id, interlude);
    if (!entries.has(interlude)) entries.set(interlude, id);
  }
  return { interludes, entries };
}
