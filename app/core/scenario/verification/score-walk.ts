/**
 * The walk once more, with what the score remembers: which required behaviours were shown, and
 * which misses may still be repaired. Since a marked moment is met at most once, the sums along
 * ways are bounded, and their extremes are exact.
 */
import { REPAIRED_TENTHS, SHOWN_SCALE } from "../scoring";
import { componentsOf, type Components } from "./graph";
import { GrowingNumbers } from "./growing-numbers";
import type { ProgramAnswer } from "./program";
import type { Walk } from "./walk";

export interface ScoreWalk {
  /** Whether all there is to remember has a bit each. */
  readonly fits: boolean;
  readonly isComplete: boolean;
  /** For each node its state in the walk, and the bits it remembers. */
  readonly states: Int32Array;
  readonly bits: Int32Array;
  readonly rows: Int32Array;
  readonly targets: Int32Array;
  /** What each edge adds, in hundredths of weight and tenths of shown. */
  readonly shown: Int32Array;
  readonly offered: Int32Array;
  readonly initial: readonly number[];
  readonly components: Components;
  /** Bits of `bits` that are all set where every required behaviour was shown. */
  readonly requiredBits: number;
  /** `scene:missed` for each scene in which a miss in another was made good on some way. */
  readonly repaired: ReadonlySet<string>;
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

interface Repair {
  readonly bit: number;
  readonly adds: number;
  /** The scene in which it was missed. */
  readonly missed: number;
  /** Whether the walk saw it happen. */
  isSeen: boolean;
}

/** What an answer does to the bits and to the sums. */
interface Marking {
  readonly shows: number;
  /** Bits of the required behaviours that it shows. */
  readonly required: number;
  /** Bits of the misses that it repairs, and what each adds. */
  readonly repairs: readonly Repair[];
  /** Bits of the misses that it is, where the behaviour is on offer. */
  readonly misses: readonly { readonly bit: number; readonly behaviour: number }[];
  /** A behaviour that is offered, in tenths of shown. */
  readonly unit: number;
}

class Scorer {
  private readonly required: readonly number[];
  private readonly tracked: readonly Tracked[];
  private readonly markings: readonly (Marking | null)[];

  constructor(private readonly walk: Walk) {
    const { behaviours, pass } = walk.program.scenario;
    this.required = pass.requires.map((tag) => behaviours.indexOf(tag)).filter((at) => at >= 0);
    this.tracked = trackedMisses(walk, this.required.length);
    this.markings = walk.program.answers.map((answer) => this.marking(answer));
  }

  /** Null for a call of an interlude, which is no answer to what the scene asks. */
  private marking({ callBit, scene: own, shows }: ProgramAnswer): Marking | null {
    const { scenes } = this.walk.program;
    const scene = scenes[own];
    if (callBit !== 0 || !scene) return null;
    const isShown = (behaviour: number) => (shows & (1 << behaviour)) !== 0;
    return {
      shows,
      required: this.required.reduce(
        (bits, behaviour, bit) => (isShown(behaviour) ? bits | (1 << bit) : bits),
        0,
      ),
      repairs: this.tracked
        .filter((miss) => isShown(miss.behaviour) && scene.repairs.includes(miss.scene))
        .map(({ scene: missed, bit }) => ({
          bit: 1 << bit,
          adds: (scenes[missed]?.weight ?? 0) * REPAIRED_TENTHS,
          missed,
          isSeen: false,
        })),
      misses: this.tracked
        .filter((miss) => miss.scene === own && !isShown(miss.behaviour))
        .map(({ bit, behaviour }) => ({ bit: 1 << bit, behaviour: 1 << behaviour })),
      unit: scene.weight * SHOWN_SCALE,
    };
  }

  get fits(): boolean {
    return this.required.length + this.tracked.length <= MAX_BITS;
  }

  get requiredBits(): number {
    return 2 ** this.required.length - 1;
  }

  get repaired(): ReadonlySet<string> {
    const { answers } = this.walk.program;
    const seen = this.markings.flatMap((marking, answer) =>
      (marking?.repairs ?? []).flatMap(({ missed, isSeen }) =>
        isSeen ? [`${answers[answer]?.scene ?? -1}:${missed}`] : [],
      ),
    );
    return new Set(seen);
  }

  /** What taking an answer in a state that offers `offered` does to the bits and adds to the sums. */
  step(answer: number, offered: number, before: number) {
    const marking = this.markings[answer];
    if (!marking) return { bits: before, shown: 0, offered: 0 };
    const { unit } = marking;
    let bits = before | marking.required;
    let shown = unit * countBits(marking.shows & offered);
    for (const repair of marking.repairs) {
      if ((bits & repair.bit) === 0) continue;
      repair.isSeen = true;
      bits &= ~repair.bit;
      shown += repair.adds;
    }
    for (const { bit, behaviour } of marking.misses) {
      if ((offered & behaviour) !== 0) bits |= bit;
    }
    return { bits, shown, offered: unit * countBits(offered) };
  }
}

/** Walks on to at most `most` nodes; not complete beyond them, nor where what is remembered has too many bits. */
export function walkScores(walk: Walk, most: number): ScoreWalk {
  const scorer = new Scorer(walk);
  const { fits } = scorer;
  const states = new GrowingNumbers();
  const bits = new GrowingNumbers();
  const rows = new GrowingNumbers();
  rows.push(0);
  const targets = new GrowingNumbers();
  const shown = new GrowingNumbers();
  const offered = new GrowingNumbers();
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
    const state = states.at(at) ?? 0;
    const end = walk.rows[state + 1] ?? 0;
    for (let edge = walk.rows[state] ?? 0; edge < end; edge += 1) {
      const step = scorer.step(
        walk.answers[edge] ?? -1,
        walk.offered[state] ?? 0,
        bits.at(at) ?? 0,
      );
      targets.push(node(walk.targets[edge] ?? 0, step.bits));
      shown.push(step.shown);
      offered.push(step.offered);
    }
    rows.push(targets.length);
    at += 1;
  }
  const isComplete = fits && at === states.length;
  const components = isComplete
    ? componentsOf({ rows: rows.values, targets: targets.values })
    : { of: new Int32Array(0), count: 0 };
  return {
    fits,
    isComplete,
    states: states.values,
    bits: bits.values,
    rows: rows.values,
    targets: targets.values,
    shown: shown.values,
    offered: offered.values,
    initial,
    components,
    requiredBits: scorer.requiredBits,
    repaired: scorer.repaired,
  };
}
