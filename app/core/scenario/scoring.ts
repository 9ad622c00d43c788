/**
 * What an attempt showed, by behaviour. A behaviour is *offered* at an answered moment where a
 * choice on offer shows it, and *shown* where the choice taken does. A mark of p holds when
 * Σ weight × (shown − p × offered) ≥ 0.
 */
import type { BehaviourTag } from "~/core/behaviour/behaviour";
import type { Prose } from "~/core/prose/prose";
import type { Answer, AttemptState } from "./attempt";
import type { Scenario } from "./definition";
import { endingNamed } from "./lookup";

/** A moment to quote: what was said when the behaviour was asked for. */
export interface ScoredMoment {
  readonly seq: number;
  readonly scene: string;
  readonly weight: number;
  readonly shown: boolean;
  readonly said: Prose;
}

export interface BehaviourScore {
  readonly behaviour: BehaviourTag;
  /** Σ weight over the moments that offered it. */
  readonly offered: number;
  /** Σ weight over the moments that showed it. */
  readonly shown: number;
  readonly moments: readonly ScoredMoment[];
}

export interface Score {
  /** In the order the scenario declares them, those never offered included with zeros. */
  readonly behaviours: readonly BehaviourScore[];
  /** Null where the pass rule has no mark. */
  readonly mark: { readonly needed: number; readonly holds: boolean } | null;
  readonly requires: readonly { readonly behaviour: BehaviourTag; readonly shown: boolean }[];
  /** The mark and every required behaviour hold. The ending is not part of it. */
  readonly passRuleHolds: boolean;
  /** The pass rule holds and the ending reached has the outcome `passed`. */
  readonly passed: boolean;
}

/** Weights have two decimals and marks three: whole numbers keep the comparison exact. */
const WEIGHT_SCALE = 100;
const MARK_SCALE = 1000;

function offers(answer: Answer, behaviour: BehaviourTag): boolean {
  return answer.offered.some((choice) => choice.shows.includes(behaviour));
}

function behaviourScore(answers: readonly Answer[], behaviour: BehaviourTag): BehaviourScore {
  const moments = answers
    .filter((answer) => offers(answer, behaviour))
    .map((answer) => ({
      seq: answer.seq,
      scene: answer.scene,
      weight: answer.weight,
      shown: answer.choice.shows.includes(behaviour),
      said: answer.choice.text,
    }));
  const sum = (counted: readonly ScoredMoment[]) =>
    counted.reduce((total, { weight }) => total + Math.round(weight * WEIGHT_SCALE), 0) /
    WEIGHT_SCALE;
  return {
    behaviour,
    offered: sum(moments),
    shown: sum(moments.filter((moment) => moment.shown)),
    moments,
  };
}

function markHolds(behaviours: readonly BehaviourScore[], mark: number): boolean {
  const balance = behaviours.reduce((total, { offered, shown }) => {
    const [o, s] = [Math.round(offered * WEIGHT_SCALE), Math.round(shown * WEIGHT_SCALE)];
    return total + s * MARK_SCALE - o * Math.round(mark * MARK_SCALE);
  }, 0);
  return balance >= 0;
}

export function scoreOf(scenario: Scenario, state: AttemptState): Score {
  const behaviours = scenario.behaviours.map((tag) => behaviourScore(state.answers, tag));
  const { mark, requires } = scenario.pass;
  const required = requires.map((behaviour) => ({
    behaviour,
    shown: state.answers.some((answer) => answer.choice.shows.includes(behaviour)),
  }));
  const marked = mark === null ? null : { needed: mark, holds: markHolds(behaviours, mark) };
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
