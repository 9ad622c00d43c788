/** The bounds that `tests.yml` sets on the figures of the walk. */
import type { Position } from "~/core/diagnostic";
import type { RuleId } from "~/core/diagnostic-rules";
import type { Scenario } from "~/core/scenario/definition";
import type { WalkBound } from "~/core/scenario/transcript";
import type { EndingFigures, Verification } from "~/core/scenario/verification/verify";
import { suggestName } from "~/language/suggestion";

interface Beyond {
  readonly rule: RuleId;
  readonly at: Position;
  readonly message: string;
  readonly fix: string;
}

const rounded = (share: number) => Math.round(share * 1000) / 1000;

function shortestPass({ endings }: Verification): number | null {
  const lengths = endings.flatMap(({ outcome, shortest }) =>
    outcome === "passed" && shortest !== null ? [shortest] : [],
  );
  return lengths.length === 0 ? null : Math.min(...lengths);
}

/** The figure as the walk has it; null where there is none, as of an ending out of reach. */
function actualOf({ figure, ending }: WalkBound, proof: Verification, own: EndingFigures | null) {
  switch (figure) {
    case "states":
      return proof.states;
    case "endings":
      return proof.endings.filter(({ reachable }) => reachable).length;
    case "shortest":
      return ending === null ? shortestPass(proof) : (own?.shortest ?? null);
    case "least":
    case "greatest": {
      const sums = own?.score?.[figure];
      return sums ? rounded(sums.shown / sums.offered) : null;
    }
  }
}

const names = {
  states: "reachable states",
  endings: "endings that can be reached",
  shortest: "choices of the shortest way",
  least: "the least score",
  greatest: "the greatest score",
} as const;

/** Whether the figure is known: the walk may have been given up, or the scores may not have been decided. */
function isKnown({ figure }: WalkBound, proof: Verification, own: EndingFigures | null): boolean {
  const isScore = figure === "least" || figure === "greatest";
  return isScore ? proof.isDecided || (own?.score ?? null) !== null : proof.isWalked;
}

const capital = (text: string) => text.replace(/^./, (first) => first.toUpperCase());

/** Expected and actual side by side, where the figure is not as the bound has it; what is not decided is said. */
export function beyondBound(
  bound: WalkBound,
  { endings }: Scenario,
  proof: Verification,
): readonly Beyond[] {
  const { figure, ending, least, most, at } = bound;
  // Both ends of a range name the same ending, and are decided together.
  const isSaid = figure === "greatest";
  if (ending !== null && !endings.some(({ id }) => id === ending)) {
    if (isSaid) return [];
    const known = endings.map(({ id }) => id);
    const message = `There is no ending \`${ending}\`.`;
    return [{ rule: "tests/bound", at, message, fix: suggestName(ending, known, "endings") }];
  }
  const own = proof.endings.find((other) => other.ending === ending) ?? null;
  const of = ending === null ? (figure === "shortest" ? " to a pass" : "") : ` to \`${ending}\``;
  const actual = actualOf(bound, proof, own);
  const isTooMuch = figure === "states" && proof.states > most;
  if (!isKnown(bound, proof, own) && !isTooMuch) {
    if (isSaid) return [];
    const what = figure === "least" ? "what scores lie between on the ways" : names[figure];
    const message = `${capital(what)}${of}: not decided, so that this bound says nothing.`;
    const fix = "What `check` says of the role-play itself names why, and what to do.";
    return [{ rule: "proof/not-decided", at, message, fix }];
  }
  if (actual !== null && actual >= least && actual <= most) return [];
  const wanted =
    least === most ? String(most) : least === 0 ? `at most ${most}` : `${least} to ${most}`;
  const message = `${capital(names[figure])}${of}: expected ${wanted}, got ${actual ?? "none"}.`;
  const fix = "Mend the scenario, or the bound; `content paths` prints the figures.";
  return [{ rule: "tests/bound", at, message, fix }];
}
