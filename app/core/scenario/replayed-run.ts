/** A run as it was, moment by moment: what a replay tells whoever may see it. */
import type { Prose } from "~/core/prose/prose";
import type { AnswerKind } from "./answer";
import type { TimeSetting } from "./attempt-event";
import type { MainPerson } from "./main-person";
import type { EndingReached, Said } from "./moment";

/** A moment to quote: what was heard, what was said, and what to try. */
export interface QuotedMoment {
  readonly seq: number;
  readonly heard: readonly Said[];
  readonly said: Prose;
  readonly consequence: readonly Said[];
  /** Names of behaviours. */
  readonly shown: readonly string[];
  /** Names of behaviours that another answer on offer would have shown. */
  readonly missed: readonly string[];
  /** Missed here and put right in a later moment; such a one is not in `missed`. */
  readonly repaired?: readonly string[];
  readonly feedback: readonly Prose[];
  /** How often it counts for the pass, 1 where nothing is said; absent where it asks for no behaviour. */
  readonly weight?: number;
}

/** While an official run goes on, a moment has no behaviours and no feedback. */
export interface ReplayedMoment extends QuotedMoment {
  /** From 1, in the order of the log: the moment's address, which a later event never changes. */
  readonly number: number;
  readonly kind: AnswerKind;
  /** What the answer before it on its branch had led to. */
  readonly led: readonly Said[];
  /** `said` is what the learner typed. */
  readonly typed: boolean;
  /** The other answers on offer; empty before the end. */
  readonly notSaid: readonly Prose[];
  /** ISO instant. */
  readonly at: string;
  /** Since the moment was there to be answered, in whole seconds. */
  readonly seconds: number;
  /** A practice went back behind it: it counts for nothing. */
  readonly left: boolean;
  /** The moment, by number, that was tried again here. */
  readonly again: number | null;
  /** What the answer ended, also on a branch that was left. */
  readonly ending: ReplayedEnding | null;
}

export interface ReplayedEnding extends Pick<EndingReached, "title" | "felt" | "tonight"> {
  readonly lines: readonly Said[];
  /** Who felt it; null where nobody spoke. */
  readonly person: MainPerson | null;
}

/** What is said of the whole run, on the page of all its moments and on the page of each. */
export interface ReplayedRun {
  readonly attemptId: string;
  readonly title: string;
  readonly mode: "practice" | "official";
  /** Others may see it, because the person shared it. */
  readonly shared: boolean;
  /** How its timed moments were treated; null where it has none. */
  readonly time: TimeSetting | null;
  readonly timeZone: string;
  /** ISO instants. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly result: { readonly passed: boolean } | null;
  /** For a way back; null where there is none, as in an official run. */
  readonly rewind: { readonly seq: number; readonly key: string } | null;
}
