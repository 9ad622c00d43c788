/** What Markdown a lesson's own text may hold: it is compiled, so every part of it is looked at. */
import type { Nodes, RootContent } from "mdast";
import { assetNamed } from "../address";
import { startOf } from "../node-place";
import { reportHalfMarkdown } from "../half-markdown";
import { checkLink, holdsWords, reportReference } from "../prose-reader";
import type { Reporter } from "../reporter";
import { nearestName } from "../suggestion";

const allowed = new Set([
  "paragraph",
  "text",
  "emphasis",
  "strong",
  "inlineCode",
  "code",
  "break",
  "heading",
  "list",
  "listItem",
  "blockquote",
  "thematicBreak",
  "link",
  "image",
]);

/** Reports a file that is not beside the lesson; returns its name where it may be shown. */
export function checkAsset(
  address: string,
  at: { readonly line: number; readonly column: number },
  assets: readonly string[] | null,
  reporter: Reporter,
): readonly string[] {
  const named = assetNamed(address);
  if ("problem" in named) {
    reporter.report(
      "address/not-allowed",
      at,
      named.problem,
      "Put the file beside the lesson and name it ./file.svg.",
    );
    return [];
  }
  if (assets && !assets.includes(named.asset)) {
    const near = nearestName(named.asset, assets);
    reporter.report(
      "address/missing-asset",
      at,
      `The file ${named.asset} is not in the lesson's folder.`,
      near === null ? "Put it there, or mend its name." : `Did you mean ./${near}?`,
    );
  }
  return [named.asset];
}

export class LessonMarkdown {
  readonly #assets = new Set<string>();

  constructor(
    private readonly known: readonly string[] | null,
    private readonly reporter: Reporter,
  ) {}

  /** Pictures shown by the Markdown checked so far. */
  get assets(): readonly string[] {
    return [...this.#assets];
  }

  check(nodes: readonly RootContent[]): void {
    for (const node of nodes) this.node(node);
  }

  private node(node: Nodes): void {
    const at = startOf(node);
    if (
      node.type === "linkReference" ||
      node.type === "imageReference" ||
      node.type === "definition"
    ) {
      reportReference(node, this.reporter);
    } else if (!allowed.has(node.type)) {
      this.reporter.report(
        "mdx/not-allowed-here",
        at,
        "This kind of Markdown is not used in lessons.",
        "Use headings from ##, paragraphs, lists, quotations and emphasis.",
      );
    } else if (node.type === "heading" && node.depth === 1) {
      this.reporter.report(
        "mdx/not-allowed-here",
        at,
        "The title at the top is the lesson's first heading; the text begins with ##.",
        "Write ## instead of #.",
      );
    } else if (node.type === "heading" && !holdsWords(node)) {
      this.reporter.report(
        "element/empty",
        at,
        "This heading lacks its words.",
        "Write them behind the hashes, or take the line out.",
      );
    } else if (node.type === "text") {
      reportHalfMarkdown(node, this.reporter);
    } else if (node.type === "link") {
      checkLink(node, this.reporter);
    } else if (node.type === "image") {
      for (const asset of checkAsset(node.url, at, this.known, this.reporter))
        this.#assets.add(asset);
    }
    if ("children" in node) for (const child of node.children) this.node(child);
  }
}
