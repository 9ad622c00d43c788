/**
 * What an attempt showed, by behaviour. A behaviour is *offered* at an answered moment where a
 * choice on offer shows it, and *shown* where the choice taken does. A mark of p holds when
 * Σ weight × (shown − p × offered) ≥ 0. A miss that a later moment repairs counts 0.8 of shown.
 */
import type { BehaviourTag } from "~/core/behaviour/behaviour";
import type { Prose } from "~/core/prose/prose";
import type { Answer } from "./answer";
import type { AttemptState } from "./attempt";
import type { Scenario } from "./definition";
import { endingNamed } from "./lookup";

/** A moment to quote: what was said when the behaviour was asked for. */
interface ScoredMoment {
  readonly seq: number;
  readonly scene: string;
  readonly weight: number;
  readonly shown: boolean;
  /** It was missed here and made good later. */
  readonly repaired?: boolean;
  readonly said: Prose;
}

interface BehaviourScore {
  readonly behaviour: BehaviourTag;
  /** Σ weight over the moments that offered it. */
  readonly offered: number;
  /** Σ weight over the moments that showed it, and 0.8 of it over those that were repaired. */
  readonly shown: number;
  readonly moments: readonly ScoredMoment[];
}

interface Mark {
  readonly needed: number;
  /** Σ weight × shown of Σ weight × offered, from 0 to 1; null where nothing was offered. */
  readonly reached: number | null;
  readonly holds: boolean;
}

export interface Score {
  /** In the order the scenario declares them, those never offered included with zeros. */
  readonly behaviours: readonly BehaviourScore[];
  /** Null where the pass rule has no mark. */
  readonly mark: Mark | null;
  readonly requires: readonly { readonly behaviour: BehaviourTag; readonly shown: boolean }[];
  /** The mark and every required behaviour hold. The ending is not part of it. */
  readonly passRuleHolds: boolean;
  /** The pass rule holds and the ending reached has the outcome `passed`. */
  readonly passed: boolean;
}

/** Weights have two decimals, marks three, repairs count tenths: whole numbers keep sums exact. */
const WEIGHT_SCALE = 100;
/** Thousandths of a mark. */
export const MARK_SCALE = 1000;
/** Tenths of what a moment shows. */
export const SHOWN_SCALE = 10;
/** So many of them for a miss that was made good. */
export const REPAIRED_TENTHS = 8;

/** A weight in hundredths. */
export const scaledWeight = (weight: number) => Math.round(weight * WEIGHT_SCALE);

function offers(answer: Answer, behaviour: BehaviourTag): boolean {
  return !answer.isDetour && answer.offered.some((choice) => choice.shows.includes(behaviour));
}

function isRepaired(answers: readonly Answer[], missed: Answer, behaviour: BehaviourTag): boolean {
  return answers.some(
    (later) =>
      later.seq > missed.seq &&
      !later.isDetour &&
      later.repairs.includes(missed.scene) &&
      later.choice.shows.includes(behaviour),
  );
}

function behaviourScore(answers: readonly Answer[], behaviour: BehaviourTag): BehaviourScore {
  const moments = answers
    .filter((answer) => offers(answer, behaviour))
    .map((answer): ScoredMoment => {
      const shown = answer.choice.shows.includes(behaviour);
      return {
        seq: answer.seq,
        scene: answer.scene,
        weight: answer.weight,
        shown,
        repaired: !shown && isRepaired(answers, answer, behaviour),
        said: answer.choice.text,
      };
    });
  const tenths = ({ shown, repaired }: ScoredMoment) =>
    shown ? SHOWN_SCALE : repaired === true ? REPAIRED_TENTHS : 0;
  const sum = (counted: (moment: ScoredMoment) => number) =>
    moments.reduce((total, moment) => total + scaledWeight(moment.weight) * counted(moment), 0) /
    (WEIGHT_SCALE * SHOWN_SCALE);
  return { behaviour, offered: sum(() => SHOWN_SCALE), shown: sum(tenths), moments };
}

function markHolds(behaviours: readonly BehaviourScore[], mark: number): boolean {
  const scaled = (sum: number) => Math.round(sum * WEIGHT_SCALE * SHOWN_SCALE);
  const balance = behaviours.reduce(
    (total, { offered, shown }) =>
      total + scaled(shown) * MARK_SCALE - scaled(offered) * Math.round(mark * MARK_SCALE),
    0,
  );
  return balance >= 0;
}

function reachedOf(behaviours: readonly BehaviourScore[]): number | null {
  const sum = (of: (score: BehaviourScore) => number) =>
    behaviours.reduce((total, score) => total + of(score), 0);
  const offered = sum((score) => score.offered);
  return offered === 0 ? null : sum((score) => score.shown) / offered;
}

/** The score of what has been answered so far; of an attempt that has not ended nothing has passed. */
export function scoreOf(scenario: Scenario, state: AttemptState): Score {
  // `state.answers` is the branch that stands: what a rewind left counts for nothing.
  const behaviours = scenario.behaviours.map((tag) => behaviourScore(state.answers, tag));
  const { mark, requires } = scenario.pass;
  const required = requires.map((behaviour) => ({
    behaviour,
    shown: state.answers.some(
      (answer) => !answer.isDetour && answer.choice.shows.includes(behaviour),
    ),
  }));
  const marked =
    mark === null
      ? null
      : { needed: mark, reached: reachedOf(behaviours), holds: markHolds(behaviours, mark) };
  const passRuleHolds = (marked?.holds ?? true) && required.every(({ shown }) => shown);
  const { place } = state.play;
  const endedWell =
    place.kind === "ending" && endingNamed(scenario, place.ending).outcome === "passed";
  return {
    behaviours,
    mark: marked,
    requires: required,
    passRuleHolds,
    passed: passRuleHolds && endedWell,
  };
}
