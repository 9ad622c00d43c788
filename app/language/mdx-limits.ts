/**
 * What a file may hold before the Markdown parser sees it. The parser's time grows faster than its
 * input for these; no honest lesson comes near the limits.
 */
import { positionAt } from "./source";
import type { Reporter } from "./reporter";

interface Limit {
  readonly pattern: RegExp;
  readonly most: number;
  readonly what: string;
}

const limits: readonly Limit[] = [
  { pattern: /\n/g, most: 16_000, what: "lines" },
  { pattern: /[#=]/g, most: 10_000, what: "equals signs and hashes" },
  { pattern: /(?:^|[\s>])(?:[-*+]|\d{1,9}[.)])(?=[ \t])/g, most: 3_000, what: "points of lists" },
  { pattern: /(?:^|\n)[ \t]*>|>[ \t]*>/g, most: 3_000, what: "lines of quotations" },
  { pattern: /[{}]/g, most: 400, what: "curly brackets" },
  { pattern: /</g, most: 12_000, what: "tags" },
  { pattern: /[[\]]/g, most: 4_000, what: "square brackets" },
  { pattern: /[*_]/g, most: 6_000, what: "stars and underscores" },
  { pattern: /&/g, most: 4_000, what: "ampersands" },
  { pattern: /`/g, most: 4_000, what: "backticks" },
  { pattern: /!/g, most: 8_000, what: "exclamation marks" },
];

interface DepthLimit {
  readonly pattern: RegExp;
  readonly what: string;
}

const tooDeep: readonly DepthLimit[] = [
  { pattern: /(?:>[ \t]*){12}/, what: "Quotes" },
  { pattern: /(?:^|\n)[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){8}/, what: "Lists" },
  { pattern: /[[(]{24}|[*_]{60}/, what: "Brackets" },
  { pattern: /(?:^|\n)[ \t]{120}/, what: "Lines set in this far" },
  { pattern: /(?:<[A-Za-z>][^<>]*>\s*){24}/, what: "Elements" },
];

/** True, and reported, where the file holds so much of something that parsing it could take long. */
export function tooMuch(body: string, reporter: Reporter): boolean {
  for (const { pattern, most, what } of limits) {
    let count = 0;
    for (const found of body.matchAll(pattern)) {
      count += 1;
      if (count <= most) continue;
      reporter.report(
        "mdx/too-much",
        positionAt(body, found.index),
        `The file holds more than ${most} ${what}.`,
        "Look for something pasted in by mistake, or split the file.",
      );
      return true;
    }
  }
  for (const { pattern, what } of tooDeep) {
    const found = pattern.exec(body);
    if (!found) continue;
    const start = found.index + (found[0].startsWith("\n") ? 1 : 0);
    reporter.report(
      "mdx/too-deep",
      positionAt(body, start),
      `${what} stand inside each other too deep here.`,
      "Take out what nobody would read.",
    );
    return true;
  }
  return false;
}
