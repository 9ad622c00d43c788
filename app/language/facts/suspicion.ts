/** A line of facts that looks like a slip, and what would mend it. */
import type { FactsLine } from "./facts-lines";

/** Puts `by` in the place of what stands between two places of the facts. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

export interface SuspectedSlip {
  /** Counted from 0 in all of the facts. */
  readonly at: number;
  readonly message: string;
  readonly fix: string;
  /** What the author may have meant, the likeliest first. */
  readonly mends: readonly Edit[];
}

export interface Around {
  readonly yaml: string;
  /** The line above, and the one below. */
  readonly before: FactsLine | null;
  readonly after: FactsLine | null;
  /** How far the parts of the lists above that have not ended are set in, deeper than what the lists belong to. */
  readonly items: readonly number[];
  /** How far the lists of facts above that have not ended are set in, the innermost last. */
  readonly depths: readonly number[];
  /** Where the lines begin above that stand at the very left and are no facts, behind the last fact. */
  readonly textFrom: number | null;
  /** Names of facts. */
  readonly known: readonly string[];
}

export type Suspicion = (line: FactsLine, around: Around) => SuspectedSlip | null;

const MAX_SHOWN = 60;

/** What an author wrote, for repeating it in a sentence. */
export function shown(text: string): string {
  const letters = Array.from(text.trim());
  return letters.length > MAX_SHOWN ? `${letters.slice(0, MAX_SHOWN).join("")}…` : text.trim();
}
