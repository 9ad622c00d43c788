/** Splits the YAML block at the top of a file, whose line ends are plain, from what follows. */
import type { Reporter } from "./reporter";

export interface SplitSource {
  /** The YAML between the fences. */
  readonly yaml: string;
  /** The line on which the YAML begins. */
  readonly yamlLine: number;
  /** The file with everything up to the closing fence turned into empty lines, so that lines keep their numbers. */
  readonly body: string;
}

const TOP = { line: 1, column: 1 };
const EXAMPLE =
  "Begin the file with a line `---`, then `title: …` and the other facts, then a line `---`.";

const openFence = /^---[ \t]*\n/;
const closeFence = /(?:^|\n)---[ \t]*(?=\n|$)/;

/** Hyphens that were miscounted, set in, or turned into dashes by a word processor. */
const nearFence = /^[ \t]*(?:-{2}|-{4,}|-[ \t]+-[ \t]+-|[–—]+-*|={3,}|_{3,}|\*{3,}|---)[ \t]*$/;

function reportOpening(text: string, reporter: Reporter): void {
  const lines = text.split("\n");
  const [first = ""] = lines;
  if (/^(?:---|\+\+\+|;;;)/.test(first) || nearFence.test(first)) {
    reporter.report(
      "frontmatter/format",
      TOP,
      "The facts at the top are YAML between two lines of three hyphens, and nothing else stands on those lines.",
      "Write `---` alone on the first line.",
    );
    return;
  }
  const start = lines.findIndex((line) => line.trim() !== "");
  if (start > 0 && nearFence.test(lines[start] ?? "")) {
    reporter.report(
      "frontmatter/missing",
      TOP,
      "The file does not begin with its facts: something stands before them.",
      `Take out what stands before line ${start + 1}, empty lines too.`,
    );
    return;
  }
  const isFact = /^[A-Za-z]+\s*:/.test(lines[start] ?? "");
  reporter.report(
    "frontmatter/missing",
    TOP,
    isFact
      ? "The line of three hyphens above the facts is missing."
      : "The file does not begin with its facts.",
    isFact ? "Put a line `---` before them." : EXAMPLE,
  );
}

/** Where the facts seem to have been meant to end. */
function reportUnclosed(rest: string, reporter: Reporter): void {
  const lines = rest.split("\n");
  const near = lines.findIndex((line) => nearFence.test(line));
  if (near !== -1) {
    reporter.report(
      "frontmatter/unclosed",
      { line: near + 2, column: 1 },
      "The facts at the top end with a line of three hyphens, and this is not one.",
      "Write `---` here, alone and at the very left.",
    );
    return;
  }
  const text = lines.findIndex(
    (line, index) =>
      index > 0 && /^\S/.test(line) && !/^(?:[A-Za-z][\w-]*\s*:|-\s|#\s*\w)/.test(line),
  );
  reporter.report(
    "frontmatter/unclosed",
    text === -1 ? TOP : { line: text + 2, column: 1 },
    text === -1
      ? "The facts at the top never end."
      : "The facts at the top have not ended, and here something else begins.",
    text === -1
      ? "Put a line `---` after the last of them."
      : "Put a line `---` between the last fact and this line.",
  );
}

const secondBlock = /^\n*---[ \t]*\n(?=[A-Za-z][\w-]*[ \t]*:)[\s\S]*?\n---[ \t]*(?=\n|$)/;

/** The text below the facts, whose first line is `line`, without a second block of them, which is reported. */
function withoutSecond(text: string, line: number, reporter: Reporter): string {
  const second = secondBlock.exec(text)?.[0] ?? "";
  if (second === "") return text;
  reporter.report(
    "frontmatter/format",
    { line: line + second.search(/-/), column: 1 },
    "Here a second block of facts begins, and a file has one.",
    "Put its facts into the first, and take this one out.",
  );
  return second.replace(/[^\n]/g, "") + text.slice(second.length);
}

export function splitFrontmatter(text: string, reporter: Reporter): SplitSource | null {
  const opening = openFence.exec(text);
  if (!opening) {
    reportOpening(text, reporter);
    return null;
  }
  const rest = text.slice(opening[0].length);
  const closing = closeFence.exec(rest);
  if (!closing) {
    reportUnclosed(rest, reporter);
    return null;
  }
  const header = opening[0] + rest.slice(0, closing.index + closing[0].length);
  const emptied = header.replace(/[^\n]/g, "");
  return {
    yaml: rest.slice(0, closing.index),
    yamlLine: 2,
    body: emptied + withoutSecond(text.slice(header.length), emptied.length + 1, reporter),
  };
}
