/** Findings on passing: whether it can be earned and missed, and what each ending's scores can be. */
import { MARK_SCALE } from "../scoring";
import type { Finding } from "./finding";
import { ScoreBounds, type Sums } from "./score-bounds";
import { MAX_BITS, walkScores, type ScoreWalk } from "./score-walk";
import { shortestWay } from "./shortest-way";
import type { Walk } from "./walk";

/** The least and greatest share of shown in offered, over every way to an ending. */
export interface ScoreRange {
  readonly least: Sums;
  readonly greatest: Sums;
}

interface PassProof {
  readonly findings: readonly Finding[];
  /** By ending, in the order written; null where nothing is offered on any way to it, or it was not decided. */
  readonly ranges: readonly (ScoreRange | null)[];
  readonly canPass: boolean | null;
  readonly canMiss: boolean | null;
  /** What was made good on some way; null where it was not decided. */
  readonly repaired: ScoreWalk["repaired"] | null;
}

const undecided = (walk: Walk, message: string): PassProof => ({
  findings: [
    {
      rule: "proof/not-decided",
      at: walk.program.scenario.pass.at,
      message,
      fix: "Mend the findings above first; where there are none, use fewer variables, required behaviours or repairs.",
      witness: null,
    },
  ],
  ranges: walk.program.scenario.endings.map(() => null),
  canPass: null,
  canMiss: null,
  repaired: null,
});

/** A required behaviour that some way to a passing ending never offers. */
export function skippable(walk: Walk): readonly Finding[] {
  const { scenario, scenes } = walk.program;
  return scenario.pass.requires.flatMap((tag): readonly Finding[] => {
    const bit = 1 << scenario.behaviours.indexOf(tag);
    const isOffered = (state: number) => ((walk.offered[state] ?? 0) & bit) !== 0;
    const endingAt = (state: number) => scenario.endings[(walk.places[state] ?? 0) - scenes.length];
    let ending = "";
    const witness = shortestWay(walk, {
      // A call of an interlude answers nothing: whoever leaves from there was offered nothing here.
      after: (state, answer) => (isOffered(state) && answer.callBit === 0 ? null : 0),
      isGoal: (state) => {
        const reached = endingAt(state);
        if (reached?.outcome === "passed") ending = reached.id;
        return reached?.outcome === "passed";
      },
    });
    if (witness === null) return [];
    return [
      {
        rule: "pass/required-not-offered",
        at: scenario.pass.at,
        message: `Passing requires ${tag}, and a way to \`${ending}\` never offers it.`,
        fix: `Let every way to a passing ending offer ${tag}, or take it out of \`requires\`.`,
        witness,
      },
    ];
  });
}

/** A mark that decides nothing; where no behaviour is offered at all, that is said of each. */
function idleMark(walk: Walk, scores: ScoreWalk): Finding | null {
  const { pass } = walk.program.scenario;
  const isWeighed = scores.offered.some((offered) => offered > 0);
  const isOffered = walk.offered.some((offered) => offered !== 0);
  if (pass.mark === null || !isOffered || (isWeighed && pass.mark > 0)) return null;
  return {
    rule: "pass/idle-mark",
    at: pass.at,
    message: isWeighed
      ? "Everybody reaches a `mark` of 0, so it decides nothing."
      : "Every moment that offers a behaviour has weight 0, so there is nothing to reach the `mark` with, and it decides nothing.",
    fix: isWeighed
      ? "Write a share that a poor run misses, as in mark: 0.6, or take it out."
      : 'Let one of them weigh more, as in weight="1", or take `mark` out.',
    witness: null,
  };
}

/**
 * Whether the pass can be earned and missed, and the scores of each ending. Not decided past `mostNodes`
 * states with what the score remembers, and where `hasRepeats`: then scores have no bounds.
 */
export function provePass(walk: Walk, mostNodes: number, hasRepeats: boolean): PassProof {
  const { scenario, scenes } = walk.program;
  if (hasRepeats) {
    return undecided(
      walk,
      "Whether it can be passed is not decided, because a marked moment can be met twice.",
    );
  }
  const scores = walkScores(walk, mostNodes);
  if (!scores.isComplete) {
    const why = scores.fits
      ? `there are more than ${mostNodes} combinations of states and scores`
      : `there are more than ${MAX_BITS} required behaviours and misses that can be repaired`;
    return undecided(walk, `Whether it can be passed is not decided: ${why}.`);
  }
  const bounds = new ScoreBounds(scores);
  const endingOf = (node: number) => (walk.places[scores.states[node] ?? 0] ?? 0) - scenes.length;
  const passes = (node: number) => scenario.endings[endingOf(node)]?.outcome === "passed";
  const hasAll = (node: number) =>
    ((scores.bits[node] ?? 0) & scores.requiredBits) === scores.requiredBits;
  const mark = Math.round((scenario.pass.mark ?? 0) * MARK_SCALE);
  const balance = (sums: Sums | null) =>
    sums === null ? null : MARK_SCALE * sums.shown - mark * sums.offered;
  const most = balance(bounds.best((node) => passes(node) && hasAll(node), MARK_SCALE, mark, 1));
  const least = balance(bounds.best(passes, MARK_SCALE, mark, -1));
  const hasMark = scenario.pass.mark !== null;
  const canPass = most !== null && (!hasMark || most >= 0);
  const missesOtherwise = scores.states.some(
    (_, node) => endingOf(node) >= 0 && (!passes(node) || !hasAll(node)),
  );
  const canMiss = missesOtherwise || (hasMark && least !== null && least < 0);
  const idle = idleMark(walk, scores);
  const findings: Finding[] = idle ? [idle] : [];
  if (!canPass) {
    findings.push({
      rule: "pass/out-of-reach",
      at: scenario.pass.at,
      message: "Nobody can pass: no way to a passing ending meets the pass rule.",
      fix: "Lower `mark`, take a behaviour out of `requires`, or let a good way lead to a passing ending.",
      witness: null,
    });
  } else if (!canMiss) {
    findings.push({
      rule: "pass/unmissable",
      at: scenario.pass.at,
      message: "Everybody passes, whatever they choose.",
      fix: `Add an ending with the outcome failed, or ${idle ? "make it a `mark`" : "a `mark`"} that a poor run misses.`,
      witness: null,
    });
  }
  const ranges = scenario.endings.map((_, index): ScoreRange | null => {
    const here = (node: number) => endingOf(node) === index;
    const [least, greatest] = [bounds.share(here, -1), bounds.share(here, 1)];
    return least && greatest && { least, greatest };
  });
  return { findings, ranges, canPass, canMiss, repaired: scores.repaired };
}
