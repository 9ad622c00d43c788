/** What an outline is made of: elements and Markdown, in the order written. */
import type { RootContent } from "mdast";
import type { Position } from "~/core/diagnostic";
import type { Attribute } from "./attributes";

export interface Element {
  readonly name: string;
  readonly at: Position;
  /** Where it ends. */
  readonly end: Position;
  /** Where it begins and ends in the body, for cutting it out. */
  readonly span: readonly [number, number];
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Elements and Markdown, in the order written. */
  readonly content: readonly Part[];
}

export type Part =
  | { readonly kind: "element"; readonly element: Element }
  | { readonly kind: "markdown"; readonly node: RootContent }
  /** Something that was refused stood here: what seems to be missing may have been in it. */
  | { readonly kind: "stranger" };

export const stranger: Part = { kind: "stranger" };

/** Whether something was refused here, so that nothing can be said of what is missing. */
export function hasStranger(content: readonly Part[]): boolean {
  return content.includes(stranger);
}

export function elementsIn(content: readonly Part[]): readonly Element[] {
  return content.flatMap((part) => (part.kind === "element" ? [part.element] : []));
}

/** Every element, however deep. */
export function allElementsIn(content: readonly Part[]): readonly Element[] {
  const found: Element[] = [];
  const gather = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.kind !== "element") continue;
      found.push(part.element);
      gather(part.element.content);
    }
  };
  gather(content);
  return found;
}

export function markdownIn(content: readonly Part[]): readonly RootContent[] {
  return content.flatMap((part) => (part.kind === "markdown" ? [part.node] : []));
}
