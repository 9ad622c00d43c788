/** Splits the YAML block at the top of a file from what follows. */
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

const openFence = /^---[ \t]*(?:\r\n|\n|\r)/;
const closeFence = /(?:^|\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/;

export function splitFrontmatter(text: string, reporter: Reporter): SplitSource | null {
  const opening = openFence.exec(text);
  if (!opening) {
    if (/^(?:---|\+\+\+|;;;)/.test(text)) {
      reporter.report(
        "frontmatter/format",
        TOP,
        "The facts at the top are YAML between two lines of three hyphens, and nothing else stands on those lines.",
        "Write `---` alone on the first line.",
      );
    } else {
      reporter.report(
        "frontmatter/missing",
        TOP,
        "The file does not begin with its facts.",
        EXAMPLE,
      );
    }
    return null;
  }
  const rest = text.slice(opening[0].length);
  const closing = closeFence.exec(rest);
  if (!closing) {
    reporter.report(
      "frontmatter/unclosed",
      TOP,
      "The facts at the top never end.",
      "Put a line `---` after the last of them.",
    );
    return null;
  }
  const header = opening[0] + rest.slice(0, closing.index + closing[0].length);
  return {
    yaml: rest.slice(0, closing.index),
    yamlLine: 2,
    body: header.replace(/[^\r\n]/g, "") + text.slice(header.length),
  };
}
