/**
 * Words like "e-mail" are not parted at the end of a line in the body of a lesson. It is done once,
 * as the body is compiled: the text that was written keeps its own hyphen.
 */
import type { Element, Nodes, Root, Text } from "hast";
import { aroundWholeWords, wholeWordClass } from "~/core/prose/whole-words";

/** Set as it was typed, and may be wide. */
const verbatim = new Set(["code", "pre"]);

function piecesOf(value: string): readonly (Element | Text)[] {
  return aroundWholeWords(value).flatMap((piece, at): readonly (Element | Text)[] => {
    const text: Text = { type: "text", value: piece };
    if (at % 2 === 0) return piece === "" ? [] : [text];
    return [
      {
        type: "element",
        tagName: "span",
        properties: { className: [wholeWordClass] },
        children: [text],
      },
    ];
  });
}

function keptWhole<Tree extends Nodes>(node: Tree): Tree {
  if (!("children" in node)) return node;
  if (node.type === "element" && verbatim.has(node.tagName)) return node;
  const children = (node.children as Nodes[]).flatMap((child): readonly Nodes[] =>
    child.type === "text" ? piecesOf(child.value) : [keptWhole(child)],
  );
  return { ...node, children };
}

/** A plugin for the compiler of lessons, on the tree that becomes the page. */
export function keepWordsWhole() {
  return (tree: Root): Root => keptWhole(tree);
}
