/** Parses Markdown with elements to a tree, and turns the parser's complaints into plain words. */
import type { Root } from "mdast";
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

/** Null where a tag is written so that nothing after it can be trusted; that has then been reported. */
export function parseMdx(body: string, table: ElementTable, reporter: Reporter): Root | null {
  if (tooMuch(body, reporter)) return null;
  try {
    return processor.parse(body);
  } catch (problem) {
    if (!(problem instanceof VFileMessage)) throw problem;
    explainSyntax(problem, body, table, reporter);
    return null;
  }
}
