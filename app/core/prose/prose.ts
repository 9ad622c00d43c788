/**
 * Prose as data: the small part of Markdown that lines, choices, feedback and questions are
 * written in. It is stored in revisions and rendered by one component, so that no author's text
 * is ever markup or code.
 */

/** `Inset` is what else may stand among the words; never in prose that is ready to be shown. */
export type InlineOf<Inset> =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "emphasis"; readonly children: readonly InlineOf<Inset>[] }
  | { readonly kind: "strong"; readonly children: readonly InlineOf<Inset>[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly InlineOf<Inset>[] }
  | { readonly kind: "break" }
  | Inset;

export type BlockOf<Inset> =
  | { readonly kind: "paragraph"; readonly children: readonly InlineOf<Inset>[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      /** The first number of an ordered list, where it is not 1. */
      readonly start?: number;
      readonly items: readonly (readonly BlockOf<Inset>[])[];
    }
  | { readonly kind: "quote"; readonly children: readonly BlockOf<Inset>[] };

/** Stands among the words of a scenario for those of whatever an attempt draws. */
export interface DrawnWords {
  readonly kind: "drawn";
  readonly variable: string;
  /** What is printed for each value, by its text. */
  readonly words: Readonly<Record<string, string>>;
}

export type Inline = InlineOf<never>;
export type Block = BlockOf<never>;

/** Blocks in reading order. An empty array is "nothing was written". */
export type Prose = readonly Block[];

/** Prose as it was written, in which a drawn value may stand. */
export type Script = readonly BlockOf<DrawnWords>[];

const longer = (one: string, other: string) => (other.length > one.length ? other : one);

function inlineText(inline: InlineOf<DrawnWords>): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "break":
      return " ";
    case "drawn":
      return Object.values(inline.words).reduce(longer, "");
    case "emphasis":
    case "strong":
    case "link":
      return inline.children.map(inlineText).join("");
  }
}

function blockText(block: BlockOf<DrawnWords>): string {
  switch (block.kind) {
    case "paragraph":
      return block.children.map(inlineText).join("");
    case "list":
      return block.items.map((item) => item.map(blockText).join(" ")).join(" ");
    case "quote":
      return block.children.map(blockText).join(" ");
  }
}

/** The words alone, for titles, quotations, counts and search; of what is drawn, the longest. */
export function plainText(prose: Script): string {
  return prose.map(blockText).join(" ").replace(/\s+/g, " ").trim();
}
