import type { Prose } from "~/core/prose/prose";

interface Part<Told> {
  readonly id: string;
  readonly text: Prose;
  /** What an answer brings to light; null before it. */
  readonly told: Told | null;
}

interface Asked {
  readonly question: Prose;
  /** Whether the answer was right as a whole; null before it. */
  readonly right: boolean | null;
}

export interface SortState extends Asked {
  readonly kind: "sort";
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  /** Before an answer in an order that tells nothing, after it by group. */
  readonly parts: readonly Part<{
    readonly yours: string;
    readonly belongs: string;
    readonly feedback: Prose;
  }>[];
}

export interface OrderState extends Asked {
  readonly kind: "order";
  /** Before an answer in an order that tells nothing, after it in the right one. */
  readonly parts: readonly Part<{
    /** The place that it was given, from 1. */
    readonly yours: string;
    readonly feedback: Prose;
  }>[];
}

export interface SpotState extends Asked {
  readonly kind: "spot";
  readonly from: string;
  /** Of an e-mail; null in a chat. */
  readonly subject: string | null;
  readonly parts: readonly {
    /** Null where it cannot be marked. */
    readonly id: string | null;
    readonly text: Prose;
    readonly paragraph: boolean;
    readonly told: {
      readonly marked: boolean;
      readonly sign: boolean;
      readonly feedback: Prose;
    } | null;
  }[];
}

export type ExerciseState = SortState | OrderState | SpotState;
