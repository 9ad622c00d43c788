/** A state of the walk as one number: its place, who called the interlude, what was called, and the values. */
import type { Program } from "./program";
import type { Slots } from "./probe";

/** Puts the values of a state into `slots`. */
export function valuesOfCode(program: Program, code: number, slots: Slots): void {
  let rest = code % program.combinations;
  for (let slot = 0; slot < program.sizes.length; slot += 1) {
    const size = program.sizes[slot] ?? 1;
    slots[slot] = rest % size;
    rest = Math.floor(rest / size);
  }
}

/** Bits of the calls that were made in the scene, or by the caller. */
export function calledOfCode({ combinations, callSets }: Program, code: number): number {
  return Math.floor(code / combinations) % callSets;
}

/** Which of the program's callers called the interlude that is being played, from 1; 0 outside one. */
export function callerOfCode({ combinations, callSets, callers }: Program, code: number): number {
  return Math.floor(code / combinations / callSets) % (callers.length + 1);
}

/** Calls of one scene, and behaviours, are bits of a number. */
const MOST_BITS = 30;

interface Uncountable {
  readonly why: string;
  readonly fix: string;
}

/** Why states cannot each have a whole number of their own, below 2^53; null where they can. */
export function whyUncountable(program: Program): Uncountable | null {
  const { scenario, scenes, endingLines, callers, callSets, combinations } = program;
  if (scenario.behaviours.length > MOST_BITS) {
    return { why: `it declares more than ${MOST_BITS} behaviours`, fix: "Declare fewer." };
  }
  if (callSets > 2 ** MOST_BITS) {
    return {
      why: `more than ${MOST_BITS} answers of one scene lead to an interlude`,
      fix: "Let fewer of them lead there, or give the scene less to do.",
    };
  }
  const places = (scenes.length + endingLines.length) * (callers.length + 1);
  if (!Number.isSafeInteger(places * callSets * combinations)) {
    return {
      why: "its variables and interludes combine in more ways than can be counted",
      fix: "Use fewer variables, or narrower bounds for the numbers.",
    };
  }
  return null;
}
