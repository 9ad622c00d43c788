/** A condition as the walk asks it. */
import type { Guard } from "../definition";

/** Values by variable, each as an index into its domain. */
export type Slots = Int32Array;
export type Test = (slots: Slots) => boolean;

/** A guard with what the walk saw of it. */
export interface Probe {
  readonly guard: Guard;
  readonly test: Test;
  sawTrue: boolean;
  sawFalse: boolean;
  /** Its comparisons in the order written, where there are several. */
  readonly leaves: readonly Test[];
  /** For each case in which it was asked, which of its comparisons held, as bits. */
  readonly seen: Set<number>;
  /** Slots of the draws that it reads and that only tell. */
  readonly telling: readonly number[];
}
