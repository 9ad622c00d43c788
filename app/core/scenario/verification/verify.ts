/**
 * The proof of a scenario. It visits every reachable state of the definition, with all draws, open
 * rows, silences and interludes, and is sound and complete for the language: what it reports can
 * happen, by the way it names; what it does not report cannot. Where a bound is passed it says
 * "not decided" instead.
 */
import type { Scenario } from "../definition";
import { withCuttingRules } from "./cutting-rules";
import type { Finding } from "./finding";
import { wayTo } from "./finding";
import { deadMoments, endlessRules, markedTwice, traps } from "./flow-findings";
import { provePass, skippable, type ScoreRange } from "./pass-findings";
import { programOf } from "./program";
import { unreachableParts } from "./reach-findings";
import { idleRepairs } from "./repair-findings";
import { tooMuchToRead } from "./reading-time";
import { whyUncountable } from "./state-codes";
import { givenAway, idleVariables, neverOffered, stillVariables } from "./use-findings";
import { walkProgram, type Walk } from "./walk";

export interface VerificationBounds {
  /** States that are visited: those that differ only in draws that only tell count once. */
  readonly states: number;
  /** States with what the score remembers. */
  readonly scoreStates: number;
}

/** What `content check` and the server prove by. */
export const defaultBounds: VerificationBounds = { states: 1_000_000, scoreStates: 2_000_000 };

export interface EndingFigures {
  readonly ending: string;
  readonly outcome: "passed" | "failed";
  readonly reachable: boolean;
  /** Fewest choices that lead there, and one such way; null where it is out of reach. */
  readonly shortest: number | null;
  readonly way: readonly string[] | null;
  /** Share of shown in offered; null where nothing is offered or it was not decided. */
  readonly score: ScoreRange | null;
}

export interface Verification {
  readonly findings: readonly Finding[];
  /** All of them, with every case of every draw; those that were visited where `isWalked` is false. */
  readonly states: number;
  /** Every state was visited. */
  readonly isWalked: boolean;
  /** Every state was visited and every question answered. */
  readonly isDecided: boolean;
  readonly canPass: boolean | null;
  readonly canMiss: boolean | null;
  /** Empty where not every state was visited: nothing is known of any of them. */
  readonly endings: readonly EndingFigures[];
}

function figures(walk: Walk, ranges: readonly (ScoreRange | null)[]): readonly EndingFigures[] {
  const { scenario, scenes, drawn } = walk.program;
  return scenario.endings.map((ending, index): EndingFigures => {
    const state = walk.places.indexOf(scenes.length + index);
    const way = state === -1 ? null : wayTo(walk, state);
    return {
      ending: ending.id,
      outcome: ending.outcome,
      reachable: state !== -1,
      shortest: way && way.length - (drawn.length > 0 ? 1 : 0),
      way,
      score: ranges[index] ?? null,
    };
  });
}

/** The proof of a definition that the parser accepted: what it finds, and its figures. */
export function verifyScenario(
  scenario: Scenario,
  bounds: VerificationBounds = defaultBounds,
): Verification {
  return verifyWalk(walkProgram(programOf(scenario), bounds.states), bounds);
}

/** The proof from a walk of at most `bounds.states` states. */
export function verifyWalk(walk: Walk, bounds: VerificationBounds): Verification {
  const { scenario } = walk.program;
  const use = [...idleVariables(scenario), ...givenAway(scenario)];
  const states = walk.places.length * walk.program.cases;
  if (!walk.isComplete) {
    const { why, fix } = whyUncountable(walk.program) ?? {
      why: `there are more than ${bounds.states} combinations of scenes and values`,
      fix: "Use fewer variables, or narrower bounds for the numbers.",
    };
    const message = `Not decided: ${why}.`;
    const { at } = scenario.pass;
    const undecided: Finding = { rule: "proof/not-decided", at, message, fix, witness: null };
    return {
      findings: [undecided, ...deadMoments(walk), ...use],
      states,
      isWalked: false,
      isDecided: false,
      canPass: null,
      canMiss: null,
      endings: [],
    };
  }
  const dead = deadMoments(walk);
  const repeats = markedTwice(walk);
  const pass = provePass(walk, bounds.scoreStates, repeats.length > 0);
  const found = [
    ...dead,
    ...endlessRules(scenario),
    ...traps(walk),
    ...repeats,
    ...unreachableParts(walk, stillVariables(scenario)),
    ...skippable(walk),
    ...pass.findings,
    // Where nobody gets on, the ways that repair something may be those that are cut off.
    ...(dead.length === 0 && pass.repaired ? idleRepairs(walk, pass.repaired) : []),
    ...neverOffered(walk),
    ...tooMuchToRead(walk),
  ];
  const findWithout = (left: Scenario) => verifyScenario(left, bounds).findings;
  return {
    findings: [...withCuttingRules(walk, found, bounds.states, findWithout), ...use],
    states,
    isWalked: true,
    isDecided: pass.canPass !== null,
    canPass: pass.canPass,
    canMiss: pass.canMiss,
    endings: figures(walk, pass.ranges),
  };
}
