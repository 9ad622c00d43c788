/** Markdown to prose: the small part of it that lines, choices, feedback and questions may use. */
import type { Link, Nodes, PhrasingContent, RootContent } from "mdast";
import type { BlockOf, DrawnWords, InlineOf, Prose, Script } from "~/core/prose/prose";
import { linkProblem } from "./address";
import { reportHalfMarkdown } from "./half-markdown";
import type { Inset } from "./inset";
import { startOf } from "./node-place";
import type { Reporter } from "./reporter";

const names: Readonly<Record<string, string>> = {
  heading: "A heading",
  image: "A picture",
  code: "A block of code",
  thematicBreak: "A dividing line",
  html: "HTML",
  definition: "A list of addresses",
};

function notHere(node: RootContent, reporter: Reporter): void {
  const what = names[node.type] ?? "This kind of Markdown";
  reporter.report(
    "mdx/not-allowed-here",
    startOf(node),
    `${what} cannot stand in what is said, asked or explained.`,
    "Use plain paragraphs, lists, quotations, *emphasis* and [links](https://…).",
  );
}

/** Whether there is something to read, or to hear where it is a picture. */
export function holdsWords(node: Nodes): boolean {
  if ("children" in node) return node.children.some(holdsWords);
  if (node.type === "image") return (node.alt ?? "").trim() !== "";
  return node.type === "inset" || ("value" in node && node.value.trim() !== "");
}

export function checkLink(node: Link, reporter: Reporter): void {
  const problem = linkProblem(node.url);
  if (problem !== null) {
    reporter.report(
      "address/not-allowed",
      startOf(node),
      problem,
      "Write the address in full, as in https://example.org/page.",
    );
  } else if (!holdsWords(node)) {
    reporter.report(
      "element/empty",
      startOf(node),
      "This link lacks its words.",
      "Write [the words to click](https://…).",
    );
  }
}

/** References `[words][name]` are the one kind of link that is written in two places; we keep to one. */
export function reportReference(node: RootContent, reporter: Reporter): void {
  reporter.report(
    "mdx/not-allowed-here",
    startOf(node),
    "Links by reference are not allowed.",
    "Write [the words to click](https://…), and take out the line that gives the address.",
  );
}

type ReadInset<Words> = (inset: Inset) => readonly Words[];

class ProseReader<Words> {
  constructor(
    private readonly reporter: Reporter,
    private readonly inset: ReadInset<Words>,
  ) {}

  inlines(nodes: readonly PhrasingContent[]): readonly InlineOf<Words>[] {
    return nodes.flatMap((node) => this.inline(node));
  }

  private inline(node: PhrasingContent): readonly InlineOf<Words>[] {
    switch (node.type) {
      case "text":
        reportHalfMarkdown(node, this.reporter);
        return [{ kind: "text", text: node.value.replace(/[ \t\n]+/g, " ") }];
      case "inlineCode":
        return [{ kind: "code", text: node.value }];
      case "emphasis":
        return [{ kind: "emphasis", children: this.inlines(node.children) }];
      case "strong":
        return [{ kind: "strong", children: this.inlines(node.children) }];
      case "break":
        return [{ kind: "break" }];
      case "inset":
        return this.inset(node);
      case "link":
        checkLink(node, this.reporter);
        return [{ kind: "link", href: node.url, children: this.inlines(node.children) }];
      case "linkReference":
      case "imageReference":
        reportReference(node, this.reporter);
        return [];
      default:
        notHere(node, this.reporter);
        return [];
    }
  }

  blocks(nodes: readonly RootContent[]): readonly BlockOf<Words>[] {
    return nodes.flatMap((node) => this.block(node));
  }

  private block(node: RootContent): readonly BlockOf<Words>[] {
    switch (node.type) {
      case "paragraph":
        return [{ kind: "paragraph", children: trimmed(this.inlines(node.children)) }];
      case "list": {
        const items = node.children.map((item) => this.blocks(item.children));
        const ordered = node.ordered === true;
        const start = node.start ?? 1;
        return [{ kind: "list", ordered, ...(ordered && start !== 1 && { start }), items }];
      }
      case "blockquote":
        return [{ kind: "quote", children: this.blocks(node.children) }];
      default:
        notHere(node, this.reporter);
        return [];
    }
  }
}

/** Without the spaces and line ends at either end, which come from how the file was set in. */
function trimmed<Words>(inlines: readonly InlineOf<Words>[]): readonly InlineOf<Words>[] {
  const last = inlines.length - 1;
  const isText = (inline: InlineOf<Words>): inline is { kind: "text"; text: string } =>
    typeof inline === "object" && inline !== null && "kind" in inline && inline.kind === "text";
  return inlines.flatMap((inline, index): readonly InlineOf<Words>[] => {
    if (!isText(inline)) return [inline];
    let { text } = inline;
    if (index === 0) text = text.trimStart();
    if (index === last) text = text.trimEnd();
    return text === "" ? [] : [{ kind: "text", text }];
  });
}

export function readProse(nodes: readonly RootContent[], reporter: Reporter): Prose {
  return new ProseReader<never>(reporter, () => []).blocks(nodes);
}

/** Words in which a drawn value may stand; `readDrawn` says what is printed for it. */
export function readScript(
  nodes: readonly RootContent[],
  reporter: Reporter,
  readDrawn: (element: Inset["element"]) => DrawnWords | null,
): Script {
  const inset = ({ element }: Inset) => {
    const drawn = readDrawn(element);
    return drawn ? [drawn] : [];
  };
  return new ProseReader<DrawnWords>(reporter, inset).blocks(nodes);
}
