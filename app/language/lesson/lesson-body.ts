/**
 * What of a lesson is compiled: its text without the facts at the top, and with questions emptied,
 * so that no answer or feedback is in what a browser loads.
 */
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { textOf } from "../element-reader";
import type { Element } from "../parts";
import type { Reporter } from "../reporter";

/** Reflections and the goal stay whole: what they ask is text for the reader like any other. */
const emptied = new Set(["Check", "Sort", "Order", "Spot", "Dialogue"]);

export function emptiedBody(body: string, elements: readonly Element[]): string {
  let result = "";
  let end = 0;
  for (const element of elements) {
    if (!emptied.has(element.name)) continue;
    const id = textOf(element, "id");
    result += body.slice(end, element.span[0]);
    result += id === "" ? `<${element.name} />` : `<${element.name} id="${id}" />`;
    end = element.span[1];
  }
  return result + body.slice(end);
}

const asCompiled = unified().use(remarkParse).use(remarkMdx).freeze();
const code = new Set(["mdxjsEsm", "mdxJsxExpressionAttribute"]);

interface CompiledNode {
  readonly type: string;
  readonly value?: unknown;
  readonly children?: readonly CompiledNode[];
  readonly attributes?: readonly CompiledNode[];
}

function holdsCode(node: CompiledNode): boolean {
  if (code.has(node.type)) return true;
  if (/^mdx.*Expression$/.test(node.type)) {
    return typeof node.value !== "string" || !/^\s*\/\*[^{}]*\*\/\s*$/.test(node.value);
  }
  return [...(node.children ?? []), ...(node.attributes ?? [])].some(
    (part) =>
      (part.type === "mdxJsxAttribute" && typeof part.value === "object" && part.value !== null) ||
      holdsCode(part),
  );
}

/**
 * Code is written in curly brackets, or begins with one of these words; most lessons hold neither, and
 * what we accepted of those is accepted by the compiler's parser too.
 */
const mayBeCode = /[{}]|\b(?:import|export)\b/;

/** Whether the compiler's own parser sees code in a text. Throws where it cannot read it. */
export function compilerSeesCode(body: string): boolean {
  return holdsCode(asCompiled.parse(body));
}

/**
 * The compiler's own parser has the last word: where it sees code in a text that we accepted, the
 * text is refused.
 */
export function isSafeToCompile(body: string, reporter: Reporter): boolean {
  if (!mayBeCode.test(body)) return true;
  try {
    if (!compilerSeesCode(body)) return true;
  } catch (problem) {
    const place = problem instanceof Error && "line" in problem ? Number(problem.line) : 1;
    reporter.report(
      "mdx/syntax",
      { line: place || 1, column: 1 },
      "This line cannot be read.",
      "A line cannot begin with the word import or export: begin it with another.",
    );
    return false;
  }
  reporter.report(
    "mdx/expression",
    { line: 1, column: 1 },
    "Something in this lesson would be run as code.",
    "Take out curly brackets, import and export.",
  );
  return false;
}
