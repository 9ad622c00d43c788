/**
 * The elements of a file with their attributes and words, cleared of how Markdown happened to nest
 * them: an element in the middle of a paragraph and one on a line of its own come out alike.
 * Everything that is not Markdown, a registered element or a literal attribute is refused here.
 */
import type { Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { readAttributes } from "./attributes";
import { isHtml, meantElement, reportUnknownElement } from "./element-names";
import type { ElementTable } from "./elements";
import type { Inset } from "./inset";
import { reportExpression, reportPlace } from "./misplaced";
import { placeOfPoint, startOf } from "./node-place";
import { elementsIn, stranger, type Part } from "./parts";
import type { Reporter } from "./reporter";

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

const MAX_DEPTH = 24;
function isExpression(
  node: Nodes,
): node is Extract<Nodes, { type: `mdx${"Flow" | "Text"}Expression` }> {
  return node.type === "mdxFlowExpression" || node.type === "mdxTextExpression";
}

function isJsx(node: Nodes): node is Jsx {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** Words in the middle of a line, as the paragraph that they would be on lines of their own. */
function paragraphIn(node: Jsx): readonly RootContent[] {
  if (node.type === "mdxJsxFlowElement") return node.children;
  const position = node.children[0]?.position;
  return [{ type: "paragraph", children: node.children, ...(position && { position }) }];
}

export class Outliner {
  constructor(
    private readonly body: string,
    private readonly table: ElementTable,
    private readonly reporter: Reporter,
  ) {}

  /** How many elements of HTML are around: it is refused at the outermost. */
  private htmlAround = 0;

  /** `isLoose`: inside something that was refused, where nothing is blamed for its place. */
  outline(
    nodes: readonly RootContent[],
    parent: string | null = null,
    depth = 0,
    isLoose = false,
  ): readonly Part[] {
    return nodes.flatMap((node) => this.part(node, parent, depth, isLoose));
  }

  private part(
    node: RootContent,
    parent: string | null,
    depth: number,
    isLoose: boolean,
  ): readonly Part[] {
    if (depth > MAX_DEPTH) {
      this.reportDepth(node);
      return [];
    }
    if (isExpression(node)) {
      reportExpression(node.value, startOf(node), this.table, this.reporter);
      return [];
    }
    if (isJsx(node)) {
      const inset = this.inset(node, parent, depth);
      if (inset) return [{ kind: "markdown", node: { type: "paragraph", children: [inset] } }];
      return this.element(node, parent, depth, isLoose);
    }
    if (node.type === "code" && this.isUnfenced(node)) return [stranger];
    if (node.type === "paragraph") return this.paragraph(node, parent, depth, isLoose);
    return this.inside(node, parent, depth + 1) ? [{ kind: "markdown", node }] : [stranger];
  }

  /** A block of code without its last line swallows the rest of the file. */
  private isUnfenced(node: Nodes): boolean {
    const { start, end } = node.position ?? {};
    const lines = this.body.slice(start?.offset, end?.offset).split("\n");
    const fence = /^(```+|~~~+)/.exec(lines[0] ?? "")?.[1];
    const isClosed =
      lines.length > 1 &&
      lines
        .at(-1)
        ?.trim()
        .startsWith(fence ?? "") === true;
    if (fence === undefined || isClosed) return false;
    this.reporter.report(
      "mdx/unclosed",
      startOf(node),
      `The block of code that begins with ${fence} never ends, so that all that follows is part of it.`,
      `Put a line ${fence} after its last line.`,
    );
    return true;
  }

  /** Cuts a paragraph at the elements in it. */
  private paragraph(
    node: Paragraph,
    parent: string | null,
    depth: number,
    isLoose: boolean,
  ): readonly Part[] {
    const parts: Part[] = [];
    let words: PhrasingContent[] = [];
    const flush = () => {
      if (words.some((word) => word.type !== "text" || word.value.trim() !== "")) {
        const first = words[0];
        const position = first?.position ?? node.position;
        const paragraph: Paragraph = {
          type: "paragraph",
          children: words,
          ...(position && { position }),
        };
        const isWhole = this.inside(paragraph, parent, depth + 1);
        parts.push(isWhole ? { kind: "markdown", node: paragraph } : stranger);
      }
      words = [];
    };
    for (const child of node.children) {
      if (child.type === "mdxJsxTextElement") {
        const inset = this.inset(child, parent, depth);
        if (inset) words.push(inset);
        else {
          flush();
          parts.push(...this.element(child, parent, depth, isLoose));
        }
      } else words.push(child);
    }
    flush();
    return parts;
  }

  /** The element as one of the words around it; null where it is no such element, or not in its place. */
  private inset(node: Jsx, parent: string | null, depth: number): Inset | null {
    const name = node.name ?? "";
    const known = Object.hasOwn(this.table, name) ? name : meantElement(name, parent, this.table);
    const shape = known === null ? undefined : this.table[known];
    if (shape?.inline !== true || !shape.within.includes(parent)) return null;
    const [element] = elementsIn(this.element(node, parent, depth, false));
    const { position } = node;
    return element ? { type: "inset", element, ...(position && { position }) } : null;
  }

  /**
   * Looks through Markdown that holds no element of ours but those among words: nothing in it may be
   * code or markup. False where another element of ours stands in it all the same.
   */
  private inside(node: Nodes, parent: string | null, depth: number): boolean {
    if (depth > MAX_DEPTH) {
      this.reportDepth(node);
      return true;
    }
    if (!("children" in node)) return true;
    let isWhole = true;
    const kept: Nodes[] = [];
    for (const child of node.children as Nodes[]) {
      if (isExpression(child)) {
        reportExpression(child.value, startOf(child), this.table, this.reporter);
      } else if (isJsx(child)) {
        const inset = this.inset(child, parent, depth);
        if (inset) {
          kept.push(inset);
          continue;
        }
        if (this.known(child, null) === null) {
          const isHtmlItself = isHtml(child.name ?? "");
          if (isHtmlItself) this.htmlAround += 1;
          isWhole = this.inside(child, parent, depth + 1) && isWhole;
          if (isHtmlItself) this.htmlAround -= 1;
          kept.push(...child.children);
          continue;
        }
        isWhole = false;
        const shape = this.table[child.name ?? ""];
        if (shape?.inline === true) {
          reportPlace(child.name ?? "", shape, startOf(child), parent, this.reporter);
          continue;
        }
        this.reporter.report(
          "element/misplaced",
          startOf(child),
          `<${child.name ?? ""}> cannot stand inside a list, a quotation or emphasised words.`,
          "Put it on a line of its own, with an empty line before it.",
        );
      } else {
        isWhole = this.inside(child, parent, depth + 1) && isWhole;
        kept.push(child);
      }
    }
    (node as { children: Nodes[] }).children = kept;
    return isWhole;
  }

  private reportDepth(node: Nodes): void {
    this.reporter.report(
      "mdx/too-deep",
      startOf(node),
      "Parts stand inside each other too deep here.",
      "Take out what nobody would read.",
    );
  }

  /** The element's name, or the one that it was meant to be, which is reported; null where that is not plain. */
  private known(node: Jsx, parent: string | null): string | null {
    const name = node.name ?? "";
    if (Object.hasOwn(this.table, name)) return name;
    if (this.htmlAround > 0 && isHtml(name)) return null;
    return reportUnknownElement(name, startOf(node), parent, this.table, this.reporter);
  }

  /** What stands in an element that nobody knows, as if its tags were not there. */
  private unwrapped(node: Jsx, parent: string | null, depth: number): readonly Part[] {
    const holdsWords = parent === null || this.table[parent]?.holds === "words";
    const isHtmlItself = isHtml(node.name ?? "");
    if (isHtmlItself) this.htmlAround += 1;
    const content = this.outline(paragraphIn(node), parent, depth + 1, true);
    if (isHtmlItself) this.htmlAround -= 1;
    const kept = content.filter((part) => part.kind !== "markdown" || holdsWords);
    return isHtmlItself ? kept : [stranger, ...kept];
  }

  private element(
    node: Jsx,
    parent: string | null,
    depth: number,
    isLoose: boolean,
  ): readonly Part[] {
    const name = this.known(node, parent);
    const shape = name === null ? undefined : this.table[name];
    if (name === null || !shape) return this.unwrapped(node, parent, depth);
    const at = startOf(node);
    const isInPlace = shape.within.includes(parent);
    if (!isInPlace && !isLoose) reportPlace(name, shape, at, parent, this.reporter);
    const attributes = readAttributes(node, this.body, shape, name, this.reporter);
    const children = shape.holds === "nothing" ? node.children : paragraphIn(node);
    const content = this.outline(children, name, depth + 1);
    this.content(name, shape.holds, content);
    const span = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0] as const;
    const end = node.position ? placeOfPoint(node.position.end) : at;
    const element: Part = {
      kind: "element",
      element: { name, at, end, span, attributes, content },
    };
    return isInPlace ? [element] : [stranger, element];
  }

  private content(
    name: string,
    holds: "words" | "elements" | "nothing",
    content: readonly Part[],
  ): void {
    if (holds === "words") return;
    const stray = content.find(
      (part) => part.kind === "markdown" || (part.kind === "element" && holds === "nothing"),
    );
    if (!stray || stray.kind === "stranger") return;
    this.reporter.report(
      "element/stray-text",
      stray.kind === "markdown" ? startOf(stray.node) : stray.element.at,
      holds === "nothing"
        ? `<${name}> holds nothing.`
        : `Words cannot stand by themselves in <${name}>.`,
      holds === "nothing"
        ? `Write it as <${name} … />.`
        : "Put them into the element that says them, as in <Line>…</Line>.",
    );
  }
}
