/** Findings on passing: whether it can be earned and missed, and what each ending's scores can be. */
import { MARK_SCALE } from "../scoring";
import { stepOf, wayTo, type Finding } from "./finding";
import { reachableFrom } from "./graph";
import { ScoreBounds, type Sums } from "./score-bounds";
import { walkScores } from "./score-walk";
import type { Walk } from "./walk";

/** The least and greatest share of shown in offered, over every way to an ending. */
export interface ScoreRange {
  readonly least: Sums;
  readonly greatest: Sums;
}

export interface PassProof {
  readonly findings: readonly Finding[];
  /** By ending, in the order written; null where nothing is offered on any way to it, or it was not decided. */
  readonly ranges: readonly (ScoreRange | null)[];
  readonly canPass: boolean | null;
  readonly canMiss: boolean | null;
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
});

/** A required behaviour that some way to a passing ending never offers. */
function skippable(walk: Walk): readonly Finding[] {
  const { scenario, scenes } = walk.program;
  return scenario.pass.requires.flatMap((tag): readonly Finding[] => {
    const bit = 1 << scenario.behaviours.indexOf(tag);
    const isQuiet = (state: number) => ((walk.offered[state] ?? 0) & bit) === 0;
    const seen = reachableFrom(walk, walk.initial, isQuiet);
    const state = walk.places.findIndex(
      (place, at) =>
        seen[at] === 1 && scenario.endings[place - scenes.length]?.outcome === "passed",
    );
    if (state === -1) return [];
    const ending = scenario.endings[(walk.places[state] ?? 0) - scenes.length];
    return [
      {
        rule: "pass/required-not-offered",
        at: scenario.pass.at,
        message: `Passing requires ${tag}, and a way to \`${ending?.id ?? ""}\` never offers it.`,
        fix: `Let every way to a passing ending offer ${tag}, or take it out of \`requires\`.`,
        witness: quietWay(walk, state, isQuiet),
      },
    ];
  });
}

/** The shortest way through states that fit. */
function quietWay(walk: Walk, goal: number, fits: (state: number) => boolean): readonly string[] {
  const parents = new Map<number, readonly [parent: number, answer: number]>();
  const waiting = [...walk.initial];
  const seen = new Set(waiting);
  for (let next = 0; next < waiting.length; next += 1) {
    const state = waiting[next] ?? 0;
    if (state === goal) break;
    if (!fits(state)) continue;
    const end = walk.rows[state + 1] ?? 0;
    for (let edge = walk.rows[state] ?? 0; edge < end; edge += 1) {
      const target = walk.targets[edge] ?? 0;
      if (seen.has(target)) continue;
      seen.add(target);
      parents.set(target, [state, walk.answers[edge] ?? -1]);
      waiting.push(target);
    }
  }
  const steps: string[] = [];
  let at = goal;
  for (let link = parents.get(at); link; link = parents.get(at)) {
    steps.push(stepOf(walk, link[1]));
    at = link[0];
  }
  return [...wayTo(walk, at), ...steps.reverse()];
}

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
    return undecided(
      walk,
      `Whether it can be passed is not decided: there are more than ${mostNodes} combinations of states and scores.`,
    );
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
  const findings: Finding[] = [...skippable(walk)];
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
      fix: "Add an ending with the outcome failed, or a `mark` that a poor run misses.",
      witness: null,
    });
  }
  const ranges = scenario.endings.map((_, index): ScoreRange | null => {
    const here = (node: number) => endingOf(node) === index;
    const [least, greatest] = [bounds.share(here, -1), bounds.share(here, 1)];
    return least && greatest && { least, greatest };
  });
  return { findings, ranges, canPass, canMiss };
}
