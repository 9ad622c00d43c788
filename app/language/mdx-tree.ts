/** Parses Markdown with elements to a tree, and turns the parser's complaints into plain words. */
import type { Nodes, Root } from "mdast";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { mdxExpression } from "micromark-extension-mdx-expression";
import { mdxJsx } from "micromark-extension-mdx-jsx";
import { mdxMd } from "micromark-extension-mdx-md";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import { VFileMessage } from "vfile-message";
import type { ElementTable } from "./elements";
import type { Reporter } from "./reporter";
import { tooMuch } from "./mdx-limits";
import { restoreAttributes, withoutPlainAttributes } from "./plain-attributes";
import { plainTree } from "./plain-tree";
import { explainSyntax } from "./syntax-explanation";

/**
 * Braces are found by counting and never read as code: whatever stands in them is looked at, and
 * refused, by us.
 */
function elementsAndBraces(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(mdxJsx(), mdxExpression(), mdxMd());
  (data.fromMarkdownExtensions ??= []).push(mdxFromMarkdown());
}

const processor = unified().use(remarkParse).use(elementsAndBraces).freeze();

function referencesIn(node: Nodes): readonly string[] {
  const own = node.type === "linkReference" || node.type === "imageReference";
  const inside = "children" in node ? (node.children as Nodes[]).flatMap(referencesIn) : [];
  return own ? [node.identifier, ...inside] : inside;
}

/** A link by reference stands in two places and is refused in one: where it is read. */
function withoutUsedAddresses<Tree extends Nodes>(tree: Tree, used: ReadonlySet<string>): Tree {
  if (!("children" in tree)) return tree;
  const children = (tree.children as Nodes[])
    .filter((node) => node.type !== "definition" || !used.has(node.identifier))
    .map((node) => withoutUsedAddresses(node, used));
  return { ...tree, children };
}

/** The tree of a text with attributes, parsed without those that are plain. Null where only the text itself will do. */
function parsedFast(body: string): Root | null {
  const blanked = withoutPlainAttributes(body);
  if (blanked.taken.size === 0) return null;
  try {
    const tree = processor.parse(blanked.text);
    return restoreAttributes(tree, blanked) ? tree : null;
  } catch {
    // What is wrong is told of the text as it was written.
    return null;
  }
}

/** The tree as the parser makes it of every letter. Throws a VFileMessage about the first thing that is wrong. */
export function treeAsWritten(body: string): Root {
  return processor.parse(body);
}

/** What the parser would make of a text of plain lines; null where it has to be asked. */
function treeOfPlainLines(body: string): Root | null {
  try {
    return plainTree(body, (block) => parsedFast(block) ?? treeAsWritten(block));
  } catch {
    // What is wrong is told of the text as it was written.
    return null;
  }
}

/** The same tree, in less time where the text has tags. Throws the same. */
export function treeOf(body: string): Root {
  return treeOfPlainLines(body) ?? parsedFast(body) ?? treeAsWritten(body);
}

/** Null where a tag is written so that nothing after it can be trusted; that has then been reported. */
export function parseMdx(body: string, table: ElementTable, reporter: Reporter): Root | null {
  if (tooMuch(body, reporter)) return null;
  try {
    const tree = treeOf(body);
    const used = new Set(referencesIn(tree));
    return used.size === 0 ? tree : withoutUsedAddresses(tree, used);
  } catch (problem) {
    if (!(problem instanceof VFileMessage)) throw problem;
    explainSyntax(problem, body, table, reporter);
    return null;
  }
}
