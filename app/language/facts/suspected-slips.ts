/** Where facts look like a slip that authors make, line by line. */
import { factsLines, isFact, isItem, type FactsLine } from "./facts-lines";
import {
  betweenLines,
  hyphenAlone,
  setInFurther,
  textOfFile,
  withoutHyphen,
  withTab,
  withUnseenSpace,
} from "./layout-slips";
import {
  colonInText,
  moreBehindQuotes,
  neverClosed,
  neverOpened,
  withoutColon,
} from "./sign-slips";
import type { SuspectedSlip, Suspicion } from "./suspicion";

const suspicions: readonly Suspicion[] = [
  withTab,
  withUnseenSpace,
  textOfFile,
  setInFurther,
  hyphenAlone,
  withoutColon,
  neverClosed,
  neverOpened,
  moreBehindQuotes,
  colonInText,
  betweenLines,
  withoutHyphen,
];

const within = (depths: readonly number[], line: FactsLine) =>
  depths.filter((depth) => depth <= line.indent);

const withDepth = (depths: readonly number[], depth: number) =>
  depths.includes(depth) ? depths : [...depths, depth];

/** From the first line to the last. Much of it is legal: a text may go over lines, and hold what it likes. */
export function suspectedSlips(yaml: string, known: readonly string[]): readonly SuspectedSlip[] {
  const found: SuspectedSlip[] = [];
  let before: FactsLine | null = null;
  let depths: readonly number[] = [];
  let items: readonly number[] = [];
  let facts: readonly number[] = [];
  let textFrom: number | null = null;
  const lines = factsLines(yaml);
  for (const [index, line] of lines.entries()) {
    const after = lines[index + 1] ?? null;
    [items, facts] = [within(items, line), within(facts, line)];
    for (const suspicion of suspicions) {
      const slip = suspicion(line, { yaml, before, after, items, depths, textFrom, known });
      if (slip) found.push(slip);
    }
    const { indent } = line;
    const itemDepth = indent + line.itemAt - line.at;
    depths = withDepth(withDepth(within(depths, line), indent), itemDepth);
    if (!isItem.test(line.bare)) facts = withDepth(facts, indent);
    else if (!facts.includes(indent)) items = withDepth(items, indent);
    if (indent === 0) textFrom = isFact.test(line.bare) ? null : (textFrom ?? line.start);
    before = line;
  }
  return found;
}
