/**
 * Prose as data: the small part of Markdown that lines, choices, feedback and questions are
 * written in. It is stored in revisions and rendered by one component, so that no author's text
 * is ever markup or code.
 */

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "strong"; readonly children: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: "break" };

export type Block =
  | { readonly kind: "paragraph"; readonly children: readonly Inline[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: "quote"; readonly children: readonly Block[] };

/** Blocks in reading order. An empty array is "nothing was written". */
export type Prose = readonly Block[];

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "break":
      return " ";
    case "emphasis":
    case "strong":
    case "link":
      return inline.children.map(inlineText).join("");
  }
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return block.children.map(inlineText).join("");
    case "list":
      return block.items.map((item) => item.map(blockText).join(" ")).join(" ");
    case "quote":
      return block.children.map(blockText).join(" ");
  }
}

/** The words alone, for titles, quotations, counts and search. */
export function plainText(prose: Prose): string {
  return prose.map(blockText).join(" ").replace(/\s+/g, " ").trim();
}
