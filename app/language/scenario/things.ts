/** What in a scenario bears a name, for a name that stands where another kind of thing is needed. */
import { textOf } from "../element-reader";
import type { Element } from "../parts";

/** Of two things of one name the earlier in this list is meant. */
const kinds = [
  { element: "Scene", attribute: "id", what: "a scene" },
  { element: "Ending", attribute: "id", what: "an ending" },
  { element: "Interlude", attribute: "id", what: "an interlude" },
  { element: "Cast", attribute: "id", what: "somebody in the cast" },
  { element: "Variable", attribute: "name", what: "a variable" },
  { element: "Choice", attribute: "id", what: "a choice" },
  { element: "Match", attribute: "id", what: "a row of a typed reply" },
] as const;

/** Name → what bears it, as in "an ending". */
export type Things = ReadonlyMap<string, string>;

export function thingsIn(elements: readonly Element[]): Things {
  const named = kinds.flatMap(({ element, attribute, what }) =>
    elements
      .filter(({ name }) => name === element)
      .map((own) => [textOf(own, attribute), what] as const),
  );
  // A later entry of a name replaces an earlier one.
  return new Map(named.filter(([name]) => name !== "").reverse());
}
