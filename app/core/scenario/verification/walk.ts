/**
 * Visits every reachable state once, breadth first, so that the way by which a state was first met
 * is a shortest one. Of states that differ in nothing but draws that only tell, the first is visited
 * for all. States are numbered in the order met; edges are kept in compressed rows.
 */
import { GrowingNumbers } from "./growing-numbers";
import type { Program, ProgramAnswer } from "./program";
import type { Probe, Slots } from "./probe";
import { calledOfCode, callerOfCode, valuesOfCode, whyUncountable } from "./state-codes";
import { nextCase } from "./telling-draws";

export interface Walk {
  readonly program: Program;
  /** False where the bound was reached before everything was visited. */
  readonly isComplete: boolean;
  /** For each state: the index of its scene, or scenes + the index of its ending. */
  readonly places: Int32Array;
  /** For each state: bits of the behaviours on offer when it is answered. */
  readonly offered: Int32Array;
  /** Edges of state s are at rows[s] … rows[s + 1] - 1. */
  readonly rows: Int32Array;
  readonly targets: Int32Array;
  /** Index of the answer that each edge takes. */
  readonly answers: Int32Array;
  readonly initial: readonly number[];
  /** The state and the edge's answer by which each state was first met; -1 for the first ones. */
  readonly parents: Int32Array;
  readonly parentAnswers: Int32Array;
  /** Numbers that the states were told apart by. */
  readonly codes: readonly number[];
}

function see(probe: Probe, slots: Slots): boolean {
  const holds = probe.test(slots);
  if (holds) probe.sawTrue = true;
  else probe.sawFalse = true;
  if (probe.leaves.length > 0) {
    let mask = 0;
    for (let bit = 0; bit < probe.leaves.length; bit += 1) {
      if (probe.leaves[bit]?.(slots) === true) mask |= 1 << bit;
    }
    probe.seen.add(mask);
  }
  return holds;
}

class Walker {
  private readonly known = new Map<number, number>();
  private readonly callers: number;
  /** For each list of tellings of each ending, the draws that it reads and that only tell. */
  private readonly readByTold: readonly (readonly (readonly number[])[])[];
  private readonly slots: Slots;
  private readonly next: Slots;
  private readonly places = new GrowingNumbers();
  private readonly offered = new GrowingNumbers();
  private readonly rows = new GrowingNumbers();
  private readonly targets = new GrowingNumbers();
  private readonly answers = new GrowingNumbers();
  private readonly parents = new GrowingNumbers();
  private readonly parentAnswers = new GrowingNumbers();
  private readonly initial: number[] = [];
  /** Larger than 32 bits. */
  private readonly codes: number[] = [];

  constructor(
    private readonly program: Program,
    private readonly most: number,
  ) {
    this.callers = program.callers.length + 1;
    this.readByTold = program.tellings.map((lists) =>
      lists.map((told) => [...new Set(told.flatMap(({ telling }) => telling))]),
    );
    this.slots = new Int32Array(program.sizes.length);
    this.next = new Int32Array(program.sizes.length);
  }

  /** `caller` counts the scenes that call from 1; 0 is none. */
  private encode(place: number, caller: number, called: number, slots: Slots): number {
    let code = (place * this.callers + caller) * this.program.callSets + called;
    for (let slot = this.program.sizes.length - 1; slot >= 0; slot -= 1) {
      code = code * (this.program.sizes[slot] ?? 1) + (slots[slot] ?? 0);
    }
    return code;
  }

  /** The state's number, new or known. */
  private state(code: number, place: number, parent: number, answer: number): number {
    const found = this.known.get(code);
    if (found !== undefined) return found;
    const state = this.places.length;
    this.known.set(code, state);
    this.places.push(place);
    this.codes.push(code);
    this.parents.push(parent);
    this.parentAnswers.push(answer);
    return state;
  }

  /** As `arrive` in play.ts. */
  private arrive(
    target: number,
    caller: number,
    called: number,
    slots: Slots,
  ): readonly [place: number, code: number] {
    const { scenes, rules } = this.program;
    if (target < scenes.length) {
      for (const rule of rules) {
        if (see(rule.probe, slots)) return [rule.target, this.encode(rule.target, 0, 0, slots)];
      }
      return [target, this.encode(target, caller, called, slots)];
    }
    return [target, this.encode(target, 0, 0, slots)];
  }

  private begin(): void {
    const { drawn, telling, sizes, starts, start } = this.program;
    const deciding = drawn.filter((slot) => !telling.includes(slot));
    const slots = Int32Array.from(starts);
    for (const slot of drawn) slots[slot] = 0;
    do {
      const [place, code] = this.arrive(start, 0, 0, slots);
      const before = this.places.length;
      const state = this.state(code, place, -1, -1);
      if (state === before) this.initial.push(state);
    } while (this.places.length <= this.most && nextCase(sizes, deciding, slots));
  }

  private follow(state: number, answer: ProgramAnswer, caller: number, called: number): void {
    const { next, slots } = this;
    next.set(slots);
    for (const { slot, set, add, max } of answer.changes) {
      next[slot] = set ?? Math.min(max, Math.max(0, (next[slot] ?? 0) + add));
    }
    for (const probe of answer.after) this.seeLine(probe, next);
    const isReturn = answer.target === -1;
    if (isReturn && caller === 0) return;
    const [place, code] = isReturn
      ? this.arrive(this.program.callers[caller - 1] ?? 0, 0, called, next)
      : answer.isWithin
        ? this.arrive(answer.target, caller, called, next)
        : answer.callBit === 0
          ? this.arrive(answer.target, 0, 0, next)
          : this.arrive(
              answer.target,
              this.program.scenes[answer.scene]?.caller ?? 0,
              called | answer.callBit,
              next,
            );
    this.targets.push(this.state(code, place, state, answer.index));
    this.answers.push(answer.index);
  }

  private seeLine(probe: Probe, slots: Slots): void {
    do see(probe, slots);
    while (nextCase(this.program.sizes, probe.telling, slots));
  }

  private seeTold(ending: number): void {
    for (const [list, told] of (this.program.tellings[ending] ?? []).entries()) {
      const draws = this.readByTold[ending]?.[list] ?? [];
      do {
        for (const probe of told) if (see(probe, this.slots)) break;
      } while (nextCase(this.program.sizes, draws, this.slots));
    }
  }

  private expand(state: number): void {
    const { program, slots } = this;
    const code = this.codes[state] ?? 0;
    const place = this.places.at(state) ?? 0;
    valuesOfCode(program, code, slots);
    const called = calledOfCode(program, code);
    const caller = callerOfCode(program, code);
    const scene = program.scenes[place];
    const lines = scene ? scene.lines : program.endingLines[place - program.scenes.length];
    if (caller > 0 || called === 0) for (const probe of lines ?? []) this.seeLine(probe, slots);
    if (!scene) this.seeTold(place - program.scenes.length);
    let offered = 0;
    for (const answer of scene?.answers ?? []) {
      if (answer.callBit !== 0 && (called & answer.callBit) !== 0) continue;
      if (answer.when !== null && !see(answer.when, slots)) continue;
      if (answer.callBit === 0) offered |= answer.shows;
      this.follow(state, answer, caller, called);
    }
    this.offered.push(offered);
    this.rows.push(this.targets.length);
  }

  private walked(isComplete: boolean): Walk {
    return {
      program: this.program,
      isComplete,
      places: this.places.values,
      offered: this.offered.values,
      rows: this.rows.values,
      targets: this.targets.values,
      answers: this.answers.values,
      initial: this.initial,
      parents: this.parents.values,
      parentAnswers: this.parentAnswers.values,
      codes: this.codes,
    };
  }

  run(): Walk {
    this.rows.push(0);
    if (whyUncountable(this.program) !== null) return this.walked(false);
    this.begin();
    let state = 0;
    while (state < this.places.length && this.places.length <= this.most) {
      this.expand(state);
      state += 1;
    }
    return this.walked(state === this.places.length);
  }
}

/** Walks everything that can be reached, up to `most` states. */
export function walkProgram(program: Program, most: number): Walk {
  return new Walker(program, most).run();
}
