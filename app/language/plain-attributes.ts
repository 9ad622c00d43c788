/**
 * Attributes whose values are plain words are taken out before a text is parsed, and put back into
 * its tree: the parser makes some fourteen events of each, two fifths of all that it makes.
 * Spaces take their place, so that everything else keeps its own.
 */
import type { Nodes } from "mdast";
import type { MdxJsxAttribute } from "mdast-util-mdx-jsx";

export interface Blanked {
  readonly text: string;
  /** What was taken out of each tag, spaces in front included, by where the tag begins. */
  readonly taken: ReadonlyMap<number, { readonly from: number; readonly attributes: string }>;
}

/**
 * On one line, and without any letter by which Markdown could end something within a value that began
 * before the tag: code, an address, the title of a link, what curly brackets hold, a label.
 */
const plainTag =
  /(<[A-Z][A-Za-z]*)((?: +[A-Za-z][A-Za-z0-9-]*="[^"<&\\`(){}[\]\t\r\n]*")+)(?= *\/?>)/g;
const plainAttribute = /([A-Za-z][A-Za-z0-9-]*)="([^"]*)"/g;

export function withoutPlainAttributes(body: string): Blanked {
  const taken = new Map<number, { from: number; attributes: string }>();
  const text = body.replace(plainTag, (_, tag: string, attributes: string, offset: number) => {
    taken.set(offset, { from: offset + tag.length, attributes });
    return tag + " ".repeat(attributes.length);
  });
  return { text, taken };
}

function attributesOf(
  { start }: NonNullable<Nodes["position"]>,
  from: number,
  attributes: string,
): MdxJsxAttribute[] {
  const { line, column, offset: tagOffset = 0 } = start;
  const pointAt = (offset: number) => ({ line, column: column + offset - tagOffset, offset });
  return [...attributes.matchAll(plainAttribute)].map(
    ({ index, 0: whole, 1: name = "", 2: value = "" }) => ({
      type: "mdxJsxAttribute",
      name,
      value,
      position: { start: pointAt(from + index), end: pointAt(from + index + whole.length) },
    }),
  );
}

function eachNode(node: Nodes, tell: (node: Nodes) => void): void {
  tell(node);
  if ("children" in node) for (const child of node.children) eachNode(child, tell);
}

/**
 * Puts back into the tree of `text` what was taken. False where a tag turns out to be none, as one in a
 * block of code, or where words in brackets are a link because of what they are, tags included: then the
 * tree may not be that of the text as it was written, and that has to be parsed itself.
 */
export function restoreAttributes(tree: Nodes, { taken }: Blanked): boolean {
  let restored = 0;
  let linkedByWords = false;
  eachNode(tree, (node) => {
    if (node.type === "linkReference") linkedByWords = true;
    if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return;
    const { position } = node;
    const found = taken.get(position?.start.offset ?? -1);
    if (!found || !position) return;
    node.attributes = attributesOf(position, found.from, found.attributes);
    restored += 1;
  });
  return restored === taken.size && !linkedByWords;
}
