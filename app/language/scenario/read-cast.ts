/** Who speaks. */
import type { CastMember } from "~/core/scenario/definition";
import { nameOf, textOf } from "../element-reader";
import type { Element } from "../parts";
import { drawnWordsOf, type Scope } from "./scope";

export function readCast(element: Element, scope: Scope): CastMember {
  const named = drawnWordsOf(element, scope, "drawn");
  return {
    id: nameOf(element, "id", scope.reporter),
    name: textOf(element, "name"),
    ...(named && { named }),
    role: textOf(element, "role"),
    at: element.at,
  };
}
