/** What is wrong with facts that are not YAML, by how authors slip: line by line, the first slip found. */
import { nearestName } from "./suggestion";

export interface FactsSlip {
  /** Counted from 1 within the facts. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

const pairs: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/** A bracket or quotation mark of one line that nothing closes. */
function unclosed(value: string): { readonly at: number; readonly sign: string } | null {
  const open: { at: number; sign: string }[] = [];
  const first = value.trimStart()[0];
  if (first === undefined || !/["'[{]/.test(first)) return null;
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at] ?? "";
    const isQuote = (sign === '"' || sign === "'") && /(?:^|[\s,[{:])$/.test(value.slice(0, at));
    if (isQuote) {
      const end = value.indexOf(sign, at + 1);
      if (end === -1) return { at, sign };
      at = end;
    } else if (sign in pairs) open.push({ at, sign });
    else if (pairs[open.at(-1)?.sign ?? ""] === sign) open.pop();
  }
  return open.at(-1) ?? null;
}

const MAX_SHOWN = 60;

/** What an author wrote, for repeating it in a sentence. */
function shown(text: string): string {
  const letters = Array.from(text.trim());
  return letters.length > MAX_SHOWN ? `${letters.slice(0, MAX_SHOWN).join("")}…` : text.trim();
}

const indentOf = (line: string) => line.length - line.trimStart().length;

const isFact = /^[A-Za-z][\w-]*\s*:(?:\s|$)/;

function withoutColon(line: string, known: readonly string[]): Omit<FactsSlip, "line"> | null {
  const [, name = "", gap = "", rest = ""] =
    /^([A-Za-z][\w-]*)(\s*[=:：]?\s*)(.*)$/.exec(line) ?? [];
  if (name === "" || rest === "") return null;
  const isKnown = known.includes(name) || nearestName(name, known) !== null;
  if (!isKnown && !/[=:]/.test(gap)) return null;
  const fix = `Write it as in ${name}: ${shown(rest)}.`;
  const column = name.length + 1;
  if (gap === ":") return { column, message: `After \`${name}:\` a space is missing.`, fix };
  if (gap.startsWith(":")) {
    const message = `After \`${name}:\` stands a character that only looks like a space.`;
    return { column: column + 1, message, fix: `Type the space again: ${name}: ${shown(rest)}.` };
  }
  if (gap.includes("：")) {
    return { column, message: "This colon is one of another alphabet.", fix };
  }
  if (gap.includes("=")) {
    return { column, message: `After \`${name}\` should come a colon, not an equals sign.`, fix };
  }
  return isKnown && !gap.includes(":")
    ? { column, message: `After \`${name}\` a colon is missing.`, fix }
    : null;
}

function slipIn(
  line: string,
  before: string | undefined,
  known: readonly string[],
): Omit<FactsSlip, "line"> | null {
  const tab = /^ *\t/.exec(line);
  if (tab) {
    return {
      column: tab[0].length,
      message: "This line is set in with a tab.",
      fix: "Begin it at the very left, or set it in with spaces.",
    };
  }
  const indent = indentOf(line);
  const bare = line.trimStart();
  if (bare.startsWith("#")) return null;
  if (/^(?:<|\*\*|##)/.test(bare)) {
    return {
      column: indent + 1,
      message: "Here the text of the file seems to begin, and the facts have not ended yet.",
      fix: "Put a line `---` after the last fact.",
    };
  }
  const opensMore = before !== undefined && /:\s*$/.test(before);
  const column = before === undefined ? 0 : indentOf(before.replace("-", " "));
  if (indent > column && isFact.test(bare) && !opensMore) {
    return {
      column: indent + 1,
      message: "This line is set in further than the one before it, as if it belonged to that.",
      fix: column === 0 ? "Begin it at the very left." : "Set it in as far as the line before it.",
    };
  }
  if (/^-[A-Za-z]/.test(bare) && /^\s*-(?: |$)/.test(before ?? "")) {
    const fix = `Write it as in - ${shown(bare.slice(1))}.`;
    return { column: indent + 1, message: "After the hyphen a space is missing.", fix };
  }
  const value =
    /^-[ \t]+([[{].*)$/.exec(bare)?.[1] ??
    /^(?:-\s+)?[A-Za-z][\w-]*\s*:(|[ \t].*)$/.exec(bare)?.[1];
  if (value === undefined) {
    const slip = withoutColon(bare, known);
    return slip && { ...slip, column: slip.column + indent };
  }
  const valueAt = line.length - value.length;
  const open = unclosed(value);
  if (open) {
    const isBracket = open.sign in pairs;
    return {
      column: valueAt + open.at + 1,
      message: isBracket
        ? `This ${open.sign === "[" ? "square" : "curly"} bracket is never closed.`
        : "This quotation mark is never closed.",
      fix: isBracket
        ? `Add a ${pairs[open.sign] ?? ""} where it ends.`
        : `Add a ${open.sign} where it ends.`,
    };
  }
  const text = value.trim();
  const quotedThenMore = /^(["'])[^"']*\1\s*[^\s#]/.exec(text);
  if (quotedThenMore) {
    const apostrophe = /^'([^"]*)'$/.exec(text)?.[1];
    return {
      column: valueAt + value.indexOf(text) + quotedThenMore[0].length,
      message: "After a text in quotation marks comes more text.",
      fix:
        apostrophe === undefined
          ? "Put the whole of it between quotation marks, and write those inside it as “ and ”."
          : `Double quotation marks may have an apostrophe between them: "${shown(apostrophe)}".`,
    };
  }
  if (/^[^"'[{|>#&*!]\S*.*:(?:\s|$)/.test(text)) {
    return {
      column: valueAt + value.indexOf(text) + 1,
      message: "A text with a colon in it needs quotation marks around it.",
      fix: `Write it as "${shown(text.replace(/"/g, "”"))}".`,
    };
  }
  return null;
}

/** How far each list of facts that has not ended is set in, the innermost last; `line` belongs to one of them or begins one. */
function deepened(depths: readonly number[], line: string): readonly number[] {
  const indent = indentOf(line);
  const open = depths.filter((depth) => depth <= indent);
  const inner = /^(?:- +)+(?=[^[{\s])/.exec(line.trimStart())?.[0].length ?? 0;
  return [...new Set([...open, indent, indent + inner])];
}

/** A line that is set in less than the one before it, and not as far as any that it could stand beside. */
function betweenLines(
  line: string,
  before: string | undefined,
  depths: readonly number[],
): Omit<FactsSlip, "line"> | null {
  const indent = indentOf(line);
  if (before === undefined || indent >= indentOf(before) || depths.includes(indent)) return null;
  const [nearest = 0] = [...depths].sort(
    (left, right) => Math.abs(left - indent) - Math.abs(right - indent) || right - left,
  );
  return {
    column: indent + 1,
    message: "This line is set in as far as none above it, so that it belongs nowhere.",
    fix:
      nearest === 0
        ? "Begin it at the very left."
        : `Set it in by ${nearest} ${nearest === 1 ? "space" : "spaces"}.`,
  };
}

/** The first slip that can be told; null where the parser's own word has to do. `known` are names of facts. */
export function firstFactsSlip(yaml: string, known: readonly string[]): FactsSlip | null {
  const lines = yaml.split("\n");
  const names = new Set<string>();
  let before: string | undefined;
  let block = Infinity;
  let depths: readonly number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || indentOf(line) > block) continue;
    block = /:\s*[|>][+-]?\s*$/.test(line) ? indentOf(line) : Infinity;
    const slip = slipIn(line, before, known) ?? betweenLines(line, before, depths);
    depths = deepened(depths, line);
    if (slip) return { line: index + 1, ...slip };
    const name = /^([A-Za-z][\w-]*)\s*:/.exec(line)?.[1];
    if (name !== undefined && names.has(name)) {
      return {
        line: index + 1,
        column: 1,
        message: `\`${name}\` stands twice.`,
        fix: "Keep one of the two.",
      };
    }
    if (name !== undefined) names.add(name);
    before = line;
  }
  return null;
}
