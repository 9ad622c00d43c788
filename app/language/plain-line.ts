/**
 * A line of Markdown with elements, taken apart without the parser where every bit of it can be but one
 * thing: tags whose attributes are plain, words, and words between two asterisks.
 */
import type { MdxJsxAttribute } from "mdast-util-mdx-jsx";
import type { Point, Position } from "unist";

export interface Tag {
  readonly kind: "tag";
  readonly closes: boolean;
  /** Begins and ends its element. */
  readonly isWhole: boolean;
  readonly name: string;
  readonly attributes: MdxJsxAttribute[];
  readonly position: Position;
}

export interface Words {
  readonly kind: "words" | "emphasis";
  readonly value: string;
  readonly position: Position;
}

/** A line without what it is set in by; its tokens are null where it takes the parser to read it. */
export interface Line {
  readonly text: string;
  readonly start: Point;
  readonly tokens: readonly (Tag | Words)[] | null;
}

/** Letters that begin nothing in the midst of a line, and that the parser leaves as they are. */
const plain = String.raw`[^<&\\\x60*_[\]{}\p{Cc}\uFEFF]`;
const words = new RegExp(`${plain}+`, "uy");
/**
 * One asterisk before a letter or a number, one after something and before a blank or a sign: they can be
 * nothing else (CommonMark 0.31, section 6.2).
 */
const emphasis = new RegExp(
  String.raw`\*((?=[\p{L}\p{N}])${plain}*(?<!\s))\*(?=$|[\s<.,;:!?…’”])`,
  "uy",
);
const tag = /<(\/?)([A-Z][A-Za-z0-9]*)((?: +[A-Za-z][A-Za-z0-9-]*(?:="[^"&\t\r\n]*")?)*) *(\/?)>/y;
const attribute = /([A-Za-z][A-Za-z0-9-]*)(?:="([^"]*)")?/g;
/** What could begin a block other than a paragraph, or end a line otherwise than with its last letter. */
const opensBlock = /^(?:[-+_=#>~`]|\*(?![\p{L}\p{N}])|\d{1,9}[.)])| $/u;

/** `index` letters further on the same line. */
export const pointAt = ({ line, column, offset = 0 }: Point, index: number): Point => ({
  line,
  column: column + index,
  offset: offset + index,
});

function attributesIn(text: string, start: Point): MdxJsxAttribute[] {
  return [...text.matchAll(attribute)].map(
    ({ index, 0: whole, 1: name = "", 2: value = null }) => ({
      type: "mdxJsxAttribute",
      name,
      value,
      position: { start: pointAt(start, index), end: pointAt(start, index + whole.length) },
    }),
  );
}

function patternAt(letter: string | undefined): RegExp {
  if (letter === "<") return tag;
  return letter === "*" ? emphasis : words;
}

function tokensOf(text: string, start: Point): Line["tokens"] {
  if (opensBlock.test(text)) return null;
  const tokens: (Tag | Words)[] = [];
  for (let at = 0; at < text.length;) {
    const pattern = patternAt(text[at]);
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return null;
    const [whole, inner = "", name = "", attributes = "", end = ""] = found;
    const position = { start: pointAt(start, at), end: pointAt(start, at + whole.length) };
    if (pattern === words) tokens.push({ kind: "words", value: whole, position });
    else if (pattern === emphasis) tokens.push({ kind: "emphasis", value: inner, position });
    else {
      const closes = inner !== "";
      if (closes && (attributes !== "" || end !== "")) return null;
      const behindName = pointAt(start, at + "<".length + name.length);
      tokens.push({
        kind: "tag",
        closes,
        isWhole: end !== "",
        name,
        attributes: attributesIn(attributes, behindName),
        position,
      });
    }
    at += whole.length;
  }
  return tokens;
}

/** `start` is where the line begins, before what it is set in by. */
export function readLine(written: string, start: Point): Line {
  const text = written.replace(/^ +/, "");
  const inner = pointAt(start, written.length - text.length);
  return { text, start: inner, tokens: tokensOf(text, inner) };
}

/** The tags of a line that holds nothing else, of which an empty one has none; null for any other. */
export function tagsAlone({ tokens }: Line): readonly Tag[] | null {
  const tags: Tag[] = [];
  for (const token of tokens ?? [null]) {
    if (token?.kind === "tag") tags.push(token);
    else if (token === null || !/^ +$/.test(token.value)) return null;
  }
  return tags;
}
