/** How often each behaviour was shown of the times it was offered, over several runs. */
import type { BehaviourTag } from "~/core/behaviour/behaviour";
import type { Score } from "~/core/scenario/scoring";

export interface BehaviourSum {
  readonly behaviour: BehaviourTag;
  /** Moments that offered it. */
  readonly offered: number;
  /** Moments that showed it. */
  readonly shown: number;
  /** Moments that missed it, and were put right later. */
  readonly repaired: number;
}

/**
 * Counts moments, not weights: "shown in 3 of 5 moments" is a sentence anybody can check against
 * a replay. In the order of `tags`; a behaviour that was never offered is left out.
 */
export function sumBehaviours(
  scores: readonly Score[],
  tags: readonly BehaviourTag[],
): readonly BehaviourSum[] {
  const moments = scores.flatMap((score) =>
    score.behaviours.flatMap(({ behaviour, moments: offered }) =>
      offered.map(({ shown, repaired = false }) => ({ behaviour, shown, repaired })),
    ),
  );
  return tags.flatMap((behaviour) => {
    const own = moments.filter((moment) => moment.behaviour === behaviour);
    if (own.length === 0) return [];
    const shown = own.filter((moment) => moment.shown).length;
    const repaired = own.filter((moment) => !moment.shown && moment.repaired).length;
    return [{ behaviour, offered: own.length, shown, repaired }];
  });
}

/** "2 of 6, 1 put right later". */
export function shownInWords({
  shown,
  offered,
  repaired,
}: Omit<BehaviourSum, "behaviour">): string {
  const later = repaired > 0 ? `, ${repaired} put right later` : "";
  return `${shown} of ${offered}${later}`;
}
