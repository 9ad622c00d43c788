/**
 * The walk once more, with what the score remembers: which required behaviours were shown, and
 * which misses may still be repaired. Since a marked moment is met at most once, the sums along
 * ways are bounded, and their extremes are exact.
 */
import { REPAIRED_TENTHS, SHOWN_SCALE } from "../scoring";
import { componentsOf, type Components } from "./graph";
import type { ProgramAnswer } from "./program";
import type { Walk } from "./walk";

export interface ScoreWalk {
  /** Whether all there is to remember has a bit each. */
  readonly fits: boolean;
  readonly isComplete: boolean;
  /** For each node its state in the walk, and the bits it remembers. */
  readonly states: readonly number[];
  readonly bits: readonly number[];
  readonly rows: readonly number[];
  readonly targets: readonly number[];
  /** What each edge adds, in hundredths of weight and tenths of shown. */
  readonly shown: readonly number[];
  readonly offered: readonly number[];
  readonly initial: readonly number[];
  readonly components: Components;
  /** Bits of `bits` that are all set where every required behaviour was shown. */
  readonly requiredBits: number;
}

interface Tracked {
  readonly scene: number;
  readonly behaviour: number;
  readonly bit: number;
}

/** Misses that some scene can repair: at most a few, each a bit. */
function trackedMisses(walk: Walk, firstBit: number): readonly Tracked[] {
  const { program } = walk;
  const offeredBy = new Map<number, number>();
  for (const [state, place] of walk.places.entries()) {
    offeredBy.set(place, (offeredBy.get(place) ?? 0) | (walk.offered[state] ?? 0));
  }
  const pairs = new Map<string, { scene: number; behaviour: number }>();
  for (const scene of program.scenes) {
    const shows = scene.answers.reduce((bits, answer) => bits | answer.shows, 0);
    for (const repaired of scene.repairs) {
      const both = shows & (offeredBy.get(repaired) ?? 0);
      for (let behaviour = 0; 1 << behaviour <= both; behaviour += 1) {
        if ((both & (1 << behaviour)) === 0) continue;
        pairs.set(`${repaired}:${behaviour}`, { scene: repaired, behaviour });
      }
    }
  }
  return [...pairs.values()].map((pair, index) => ({ ...pair, bit: firstBit + index }));
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** What is remembered is kept as bits of one number. */
export const MAX_BITS = 30;

class Scorer {
  private readonly required: readonly number[];
  private readonly tracked: readonly Tracked[];

  constructor(private readonly walk: Walk) {
    const { behaviours, pass } = walk.program.scenario;
    this.required = pass.requires.map((tag) => behaviours.indexOf(tag)).filter((at) => at >= 0);
    this.tracked = trackedMisses(walk, this.required.length);
  }

  get fits(): boolean {
    return this.required.length + this.tracked.length <= MAX_BITS;
  }

  get requiredBits(): number {
    return 2 ** this.required.length - 1;
  }

  /** What taking `answer` in a state that offers `offered` does to the bits and adds to the sums. */
  step(answer: ProgramAnswer, offered: number, before: number) {
    const scene = this.walk.program.scenes[answer.scene];
    const weight = scene?.weight ?? 0;
    if (answer.callBit !== 0) return { bits: before, shown: 0, offered: 0 };
    let bits = before;
    let shown = weight * SHOWN_SCALE * countBits(answer.shows & offered);
    for (const [bit, behaviour] of this.required.entries()) {
      if ((answer.shows & (1 << behaviour)) !== 0) bits |= 1 << bit;
    }
    for (const { scene: missed, behaviour, bit } of this.tracked) {
      const isShown = (answer.shows & (1 << behaviour)) !== 0;
      if (isShown && (bits & (1 << bit)) !== 0 && scene?.repairs.includes(missed) === true) {
        bits &= ~(1 << bit);
        shown += (this.walk.program.scenes[missed]?.weight ?? 0) * REPAIRED_TENTHS;
      }
      const isMissed = missed === answer.scene && !isShown && (offered & (1 << behaviour)) !== 0;
      if (isMissed) bits |= 1 << bit;
    }
    return { bits, shown, offered: weight * SHOWN_SCALE * countBits(offered) };
  }
}

export function walkScores(walk: Walk, most: number): ScoreWalk {
  const scorer = new Scorer(walk);
  const { fits } = scorer;
  const states: number[] = [];
  const bits: number[] = [];
  const rows = [0];
  const targets: number[] = [];
  const shown: number[] = [];
  const offered: number[] = [];
  const known = new Map<number, number>();
  const size = walk.places.length;
  const node = (state: number, remembered: number) => {
    const code = remembered * size + state;
    const found = known.get(code);
    if (found !== undefined) return found;
    known.set(code, states.length);
    states.push(state);
    bits.push(remembered);
    return states.length - 1;
  };
  const initial = fits ? walk.initial.map((state) => node(state, 0)) : [];
  let at = 0;
  while (at < states.length && states.length <= most) {
    const state = states[at] ?? 0;
    const end = walk.rows[state + 1] ?? 0;
    for (let edge = walk.rows[state] ?? 0; edge < end; edge += 1) {
      const answer = walk.program.answers[walk.answers[edge] ?? -1];
      if (!answer) continue;
      const step = scorer.step(answer, walk.offered[state] ?? 0, bits[at] ?? 0);
      targets.push(node(walk.targets[edge] ?? 0, step.bits));
      shown.push(step.shown);
      offered.push(step.offered);
    }
    rows.push(targets.length);
    at += 1;
  }
  const isComplete = fits && at === states.length;
  const components = isComplete
    ? componentsOf({ rows, targets })
    : { of: new Int32Array(0), count: 0 };
  return {
    fits,
    isComplete,
    states,
    bits,
    rows,
    targets,
    shown,
    offered,
    initial,
    components,
    requiredBits: scorer.requiredBits,
  };
}
