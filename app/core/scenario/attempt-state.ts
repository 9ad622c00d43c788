/** Where an attempt is: what its log comes to on its revision. */
import type { Answer } from "./answer";
import type { TimeSetting } from "./attempt-event";
import type { PlayState } from "./play";

export interface AttemptState {
  /** Number of events in the log, and so the sequence number of the next. */
  readonly seq: number;
  readonly play: PlayState;
  /** The answers that led to the present moment, and that count. */
  readonly answers: readonly Answer[];
  /** Answers on branches that a rewind left, in the order given: they count for nothing. */
  readonly abandoned: readonly Answer[];
  readonly time: TimeSetting;
  /** Sequence number of the event that led to the present moment; a detour and back does not change it. */
  readonly arrivedSeq: number;
}
