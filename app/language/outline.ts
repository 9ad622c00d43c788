/**
 * The elements of a file with their attributes and words, cleared of how Markdown happened to nest
 * them: an element in the middle of a paragraph and one on a line of its own come out alike.
 * Everything that is not Markdown, a registered element or a literal attribute is refused here.
 */
import type { Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import type { Position } from "~/core/diagnostic";
import { readAttributes, type Attribute } from "./attributes";
import type { ElementTable } from "./elements";
import type { Reporter } from "./reporter";
import { nearestName, quoted, suggestName } from "./suggestion";

export interface Element {
  readonly name: string;
  readonly at: Position;
  /** Where it begins and ends in the body, for cutting it out. */
  readonly span: readonly [number, number];
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Elements and Markdown, in the order written. */
  readonly content: readonly Part[];
}

export type Part =
  | { readonly kind: "element"; readonly element: Element }
  | { readonly kind: "markdown"; readonly node: RootContent };

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

const MAX_DEPTH = 24;
const comment = /^\s*\/\*(?:(?!\*\/)[^{}])*\*\/\s*$/;
const TOP: Position = { line: 1, column: 1 };

export function startOf(node: Nodes): Position {
  return node.position
    ? { line: node.position.start.line, column: node.position.start.column }
    : TOP;
}

function isExpression(
  node: Nodes,
): node is Extract<Nodes, { type: `mdx${"Flow" | "Text"}Expression` }> {
  return node.type === "mdxFlowExpression" || node.type === "mdxTextExpression";
}

function isJsx(node: Nodes): node is Jsx {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

export function elementsIn(content: readonly Part[]): readonly Element[] {
  return content.flatMap((part) => (part.kind === "element" ? [part.element] : []));
}

export function markdownIn(content: readonly Part[]): readonly RootContent[] {
  return content.flatMap((part) => (part.kind === "markdown" ? [part.node] : []));
}

export class Outliner {
  constructor(
    private readonly body: string,
    private readonly table: ElementTable,
    private readonly reporter: Reporter,
  ) {}

  outline(nodes: readonly RootContent[], parent: string | null = null, depth = 0): readonly Part[] {
    return nodes.flatMap((node) => this.part(node, parent, depth));
  }

  private part(node: RootContent, parent: string | null, depth: number): readonly Part[] {
    if (depth > MAX_DEPTH) {
      this.reporter.report(
        "mdx/too-deep",
        startOf(node),
        "Parts stand inside each other too deep here.",
        "Take out what nobody would read.",
      );
      return [];
    }
    if (isExpression(node)) {
      this.expression(node.value, startOf(node));
      return [];
    }
    if (isJsx(node)) return this.element(node, parent, depth);
    if (node.type === "paragraph") return this.paragraph(node, parent, depth);
    this.inside(node, depth + 1);
    return [{ kind: "markdown", node }];
  }

  /** Cuts a paragraph at the elements in it. */
  private paragraph(node: Paragraph, parent: string | null, depth: number): readonly Part[] {
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
        this.inside(paragraph, depth + 1);
        parts.push({ kind: "markdown", node: paragraph });
      }
      words = [];
    };
    for (const child of node.children) {
      if (child.type === "mdxJsxTextElement") {
        flush();
        parts.push(...this.element(child, parent, depth));
      } else words.push(child);
    }
    flush();
    return parts;
  }

  /** Looks through Markdown that holds no element of ours: nothing in it may be code or markup. */
  private inside(node: Nodes, depth: number): void {
    if (depth > MAX_DEPTH) {
      this.reporter.report(
        "mdx/too-deep",
        startOf(node),
        "Parts stand inside each other too deep here.",
        "Take out what nobody would read.",
      );
      return;
    }
    if (!("children" in node)) return;
    const kept: Nodes[] = [];
    for (const child of node.children as Nodes[]) {
      if (isExpression(child)) {
        this.expression(child.value, startOf(child));
      } else if (isJsx(child)) {
        if (this.isKnown(child)) {
          this.reporter.report(
            "element/misplaced",
            startOf(child),
            `<${child.name ?? ""}> cannot stand inside a list, a quotation or emphasised words.`,
            "Put it on a line of its own, with an empty line before it.",
          );
        }
      } else {
        this.inside(child, depth + 1);
        kept.push(child);
      }
    }
    (node as { children: Nodes[] }).children = kept;
  }

  private expression(value: string, at: Position): void {
    if (comment.test(value)) return;
    this.reporter.report(
      "mdx/expression",
      at,
      value.includes("/*")
        ? "A note between {/* and */} cannot hold curly brackets or another note."
        : "Curly brackets hold code, which content never does.",
      "Take them out. To show one in a text, write `{` between backticks.",
    );
  }

  private isKnown(node: Jsx): boolean {
    const at = startOf(node);
    const { name } = node;
    const names = Object.keys(this.table);
    if (name !== null && Object.hasOwn(this.table, name)) return true;
    if (name === null || name.startsWith("_") || /[.:]/.test(name)) {
      this.reporter.report(
        "element/unknown",
        at,
        "This is not an element that content knows.",
        suggestName(name ?? "", names, "elements"),
      );
    } else if (/^[a-z]/.test(name) && nearestName(name, names)?.toLowerCase() !== name) {
      this.reporter.report(
        "element/raw",
        at,
        `HTML such as <${quoted(name).slice(1, -1)}> is not allowed.`,
        "Write Markdown, or one of the elements that the guide lists.",
      );
    } else {
      const nearest = nearestName(name, names);
      this.reporter.report(
        "element/unknown",
        at,
        `There is no element <${quoted(name).slice(1, -1)}>.`,
        nearest === null ? suggestName(name, names, "elements") : `Did you mean <${nearest}>?`,
      );
    }
    return false;
  }

  private element(node: Jsx, parent: string | null, depth: number): readonly Part[] {
    const shape = this.isKnown(node) && node.name !== null ? this.table[node.name] : undefined;
    if (!shape || node.name === null) {
      this.outline(node.children, parent, depth + 1);
      return [];
    }
    const at = startOf(node);
    if (!shape.within.includes(parent)) {
      const places = shape.within.map((place) =>
        place === null ? "at the top of the file, outside every other element" : `in <${place}>`,
      );
      this.reporter.report(
        "element/misplaced",
        at,
        parent === null
          ? `<${node.name}> cannot stand by itself.`
          : `<${node.name}> cannot stand in <${parent}>.`,
        `It belongs ${places.join(" or ")}.`,
      );
    }
    const attributes = readAttributes(node, this.body, shape, this.reporter);
    const children =
      node.type === "mdxJsxTextElement" && shape.holds !== "nothing"
        ? [
            {
              type: "paragraph" as const,
              children: node.children,
              ...(node.children[0]?.position && { position: node.children[0].position }),
            },
          ]
        : (node.children as RootContent[]);
    const content = this.outline(children, node.name, depth + 1);
    this.content(node.name, shape.holds, content);
    const span = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0] as const;
    return [{ kind: "element", element: { name: node.name, at, span, attributes, content } }];
  }

  private content(
    name: string,
    holds: "words" | "elements" | "nothing",
    content: readonly Part[],
  ): void {
    if (holds === "words") return;
    const stray = content.find((part) => part.kind === "markdown" || holds === "nothing");
    if (!stray) return;
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
