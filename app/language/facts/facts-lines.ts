/** Facts line by line, as an author sees them: without notes, and what goes over several lines as one. */
import { readSigns, type SignsRead } from "./open-signs";

export interface FactsLine {
  /** Where the line begins in all of the facts, and where its first letter stands. */
  readonly start: number;
  readonly at: number;
  readonly indent: number;
  /** The line from its first letter, without a note behind it. */
  readonly bare: string;
  /** Where the item of a list begins, behind its hyphens; the first letter where there are none. */
  readonly itemAt: number;
  /** What follows `name:` or the hyphens of a list; null where there is neither. */
  readonly value: string | null;
  readonly valueAt: number;
  /** Of a value that begins with a bracket or a quotation mark: what it opens and closes. */
  readonly signs: SignsRead | null;
}

/** A line that begins a fact, and one that begins a part of a list. */
export const isFact = /^[A-Za-z][\w-]*\s*:(?:[ \t]|$)/;
export const isItem = /^-(?: |$)/;

const beginning = /^((?:-[ \t]+)*)([A-Za-z][\w-]*\s*:(?=[ \t]|$)|)[ \t]*/;

/** A text of several lines begins behind this; they are set in deeper. */
const opensText = /(?:^|[:-][ \t]+)[|>][-+\d]*$/;

interface RawLine {
  readonly start: number;
  readonly text: string;
  readonly indent: number;
}

/** Without empty lines and notes. */
function rawLines(yaml: string): readonly RawLine[] {
  let start = 0;
  const lines: RawLine[] = [];
  for (const text of yaml.split("\n")) {
    const bare = text.trimStart();
    if (bare !== "" && !bare.startsWith("#")) {
      lines.push({ start, text, indent: text.length - bare.length });
    }
    start += text.length + 1;
  }
  return lines;
}

/** Where what is set in deeper than `depth` ends below line `index`; a closing bracket may stand as far out. */
function reachOf(lines: readonly RawLine[], index: number, depth: number): number {
  let last = lines[index];
  for (let next = index + 1; next < lines.length; next += 1) {
    const line = lines[next];
    if (!line || line.indent < depth) break;
    if (line.indent === depth && !/^\s*[\]}]/.test(line.text)) break;
    last = line;
  }
  return last ? last.start + last.text.trimEnd().length : 0;
}

export function factsLines(yaml: string): readonly FactsLine[] {
  const raw = rawLines(yaml);
  const lines: FactsLine[] = [];
  /** Whatever begins before here belongs to a value that has been read. */
  let readTo = 0;
  let textDepth = Infinity;
  for (const [index, { start, text, indent }] of raw.entries()) {
    if (start < readTo || indent > textDepth) continue;
    const at = start + indent;
    const whole = text.trim();
    const [begins = "", hyphens = "", name = ""] = beginning.exec(whole) ?? [];
    const depth = indent + (name === "" ? 0 : hyphens.length);
    const valueAt = at + begins.length;
    const signs = /["'[{]/.test(whole[begins.length] ?? "")
      ? readSigns(yaml, valueAt, reachOf(raw, index, depth))
      : null;
    if (signs?.open.length === 0) readTo = signs.end;
    const behind = Math.max(0, Math.min(readTo - at, whole.length));
    const note = /(?<!\S)#/.exec(whole.slice(behind));
    const bare = (note ? whole.slice(0, behind + note.index) : whole).trimEnd();
    textDepth = opensText.test(bare) ? depth : Infinity;
    const value = begins === "" ? null : bare.slice(begins.length);
    lines.push({ start, at, indent, bare, itemAt: at + hyphens.length, value, valueAt, signs });
  }
  return lines;
}
