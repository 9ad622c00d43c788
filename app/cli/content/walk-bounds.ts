/** The bounds that `tests.yml` sets on the figures of the walk. */
import type { Position } from "~/core/diagnostic";
import type { WalkBound } from "~/core/scenario/transcript";
import type { EndingFigures, Verification } from "~/core/scenario/verification/verify";

interface Beyond {
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

/** Expected and actual side by side, where the figure is not as the bound has it. */
export function beyondBound(bound: WalkBound, proof: Verification): readonly Beyond[] {
  const { figure, ending, least, most, at } = bound;
  const own = proof.endings.find((other) => other.ending === ending) ?? null;
  if (ending !== null && own === null) {
    // Both ends of a range name the same ending.
    if (figure === "greatest") return [];
    const fix = `The endings are: ${proof.endings.map((other) => other.ending).join(", ")}.`;
    return [{ at, message: `There is no ending \`${ending}\`.`, fix }];
  }
  const actual = actualOf(bound, proof, own);
  if (actual !== null && actual >= least && actual <= most) return [];
  const of = ending === null ? (figure === "shortest" ? " to a pass" : "") : ` to \`${ending}\``;
  const wanted =
    least === most ? String(most) : least === 0 ? `at most ${most}` : `${least} to ${most}`;
  return [
    {
      at,
      message: `${names[figure]}${of}: expected ${wanted}, got ${actual ?? "none"}.`.replace(
        /^./,
        (first) => first.toUpperCase(),
      ),
      fix: "Mend the scenario, or the bound; `content paths` prints the figures.",
    },
  ];
}
