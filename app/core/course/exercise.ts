/**
 * Exercises in a lesson: retrieval that is more than picking one answer. Like a check, being
 * answered is what counts for completion; what is right reaches the browser only after an answer.
 */
import type { Position } from "~/core/diagnostic";
import type { Prose } from "~/core/prose/prose";

interface ExercisePart {
  /** Made of its words, so that it neither tells its place nor changes when another is moved. */
  readonly id: string;
  readonly text: Prose;
  /** Why it belongs where it does. */
  readonly feedback: Prose;
}

interface Asked {
  /** Unique among the checks and exercises of its lesson. */
  readonly id: string;
  readonly question: Prose;
  readonly at: Position;
}

export interface SortGroup {
  readonly id: string;
  readonly title: string;
}

/** Put each moment into the group that it belongs to. */
export interface SortExercise extends Asked {
  readonly kind: "sort";
  /** Two to four. */
  readonly groups: readonly SortGroup[];
  readonly moments: readonly (ExercisePart & { readonly group: string })[];
}

/** Put the steps in order. */
export interface OrderExercise extends Asked {
  readonly kind: "order";
  /** In the right order. */
  readonly steps: readonly ExercisePart[];
}

export interface MessageSentence extends ExercisePart {
  readonly sign: boolean;
  /** A sentence without feedback stands there and cannot be marked: a greeting, a name. */
  readonly markable: boolean;
  /** It begins a paragraph of the message. */
  readonly paragraph: boolean;
}

/** Mark the sentences of a message that show the sign. */
export interface SpotExercise extends Asked {
  readonly kind: "spot";
  readonly from: string;
  /** Of an e-mail; null in a chat. */
  readonly subject: string | null;
  readonly sentences: readonly MessageSentence[];
}

export type Exercise = SortExercise | OrderExercise | SpotExercise;
