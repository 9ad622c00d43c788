/**
 * Text that was meant to be Markdown and is none here: a learner would read its signs. What other
 * dialects know and this language does not is named, so that nobody looks for a mistyped letter.
 */
import type { Text } from "mdast";
import type { Position } from "~/core/diagnostic";
import type { RuleId } from "~/core/diagnostic-rules";
import { startOf } from "./node-place";
import type { Reporter } from "./reporter";

interface Half {
  readonly pattern: RegExp;
  readonly rule: RuleId;
  readonly message: string;
  readonly fix: string;
  /** Whether a backslash before it says that it is meant. */
  readonly mayBeMeant?: true;
}

const halves: readonly Half[] = [
  {
    pattern: /\]\(/,
    rule: "address/not-allowed",
    message:
      "Something here was meant to be a link and is none: its address holds a space, or a bracket is missing.",
    fix: "Write [the words to click](https://…), and %20 for a space in the address.",
  },
  {
    pattern: /(?<=\n)(?=[^|\n]*\|)(?=[^-\n]*-)[|: \t-]+(?=\n|$)/,
    rule: "mdx/not-allowed-here",
    message: "This row of hyphens makes no table: tables are not used.",
    fix: "Write a list, or one sentence for each row.",
  },
  {
    pattern: /~~(?=\S)[^~\n]*[^~\s]~~/,
    rule: "mdx/not-allowed-here",
    message: "Words cannot be struck through.",
    fix: "Take the tildes out, or the words with them.",
  },
  {
    pattern: /\[\^[^[\]\s]+\]/,
    rule: "mdx/not-allowed-here",
    message: "Footnotes are not used.",
    fix: "Say it in the text, or in an <Aside> of a lesson.",
  },
  {
    pattern: /(?:^|(?<=\n))#{2,6}(?=[^\s#])/,
    rule: "mdx/half",
    message: "A heading has a space behind its hashes; without it they are read as they stand.",
    fix: "Put a space behind them.",
    mayBeMeant: true,
  },
  {
    pattern: /\*\*/,
    rule: "mdx/half",
    message:
      "Two stars give weight to what stands between two pairs of them, and here is one pair.",
    fix: "Write it as in **the words**, with no space inside the stars, or take them out.",
    mayBeMeant: true,
  },
  {
    pattern: /(?<![\w*\p{L}])\*(?=\p{L})/u,
    rule: "mdx/half",
    message: "A star opens words with emphasis here, and none closes them.",
    fix: "Put a star behind the last of them, or take this one out.",
    mayBeMeant: true,
  },
];

/** Where the letter at `index` of a text stands; of a line that is not its first, where the line begins. */
function placeIn(node: Text, index: number): Position {
  const { line, column } = startOf(node);
  const lines = node.value.slice(0, index).split("\n").length - 1;
  return lines === 0 ? { line, column: column + index } : { line: line + lines, column: 1 };
}

/** Whether the text is what stands in the file, letter by letter: nothing in it is escaped, nor set in. */
function isAsWritten({ value, position }: Text): boolean {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  return end - start === value.length;
}

export function reportHalfMarkdown(node: Text, reporter: Reporter): void {
  for (const { pattern, rule, message, fix, mayBeMeant } of halves) {
    if (mayBeMeant && !isAsWritten(node)) continue;
    const found = pattern.exec(node.value);
    if (found) reporter.report(rule, placeIn(node, found.index), message, fix);
  }
}
