/** What an attempt's log is made of, and what may be asked of an attempt. */
import type { Value } from "./definition";

/** How an attempt treats timed moments: the time as stated, ten times as much, or no clock. */
export const timeSettings = ["stated", "tenfold", "none"] as const;
export type TimeSetting = (typeof timeSettings)[number];

export type AttemptEvent =
  | {
      readonly type: "attempt.started";
      /** Values of the drawn variables; one that is left out has its declared start. */
      readonly draws?: Readonly<Record<string, Value>> | undefined;
      /** `none` unless said otherwise. */
      readonly time?: TimeSetting | undefined;
    }
  | { readonly type: "choice.made"; readonly scene: string; readonly choice: string }
  | {
      readonly type: "reply.typed";
      readonly scene: string;
      /** The row of the rubric that was matched: the attempt replays by it alone. */
      readonly row: string;
      /** The phrase that matched; null for the fallback. */
      readonly phrase: string | null;
      /** The learner's words; null once they were erased. */
      readonly words: string | null;
    }
  | { readonly type: "time.ranOut"; readonly scene: string }
  | {
      readonly type: "attempt.rewound";
      /** Sequence number of the answer whose moment stands again; what came after it is left, and kept. */
      readonly to: number;
    };

export type AttemptCommand =
  | {
      readonly type: "start";
      readonly draws?: Readonly<Record<string, Value>>;
      readonly time?: TimeSetting;
    }
  | { readonly type: "choose"; readonly scene: string; readonly choice: string }
  | { readonly type: "reply"; readonly scene: string; readonly words: string }
  /** Time ran out: `elapsedSeconds` is the server's own measure since the moment began. */
  | { readonly type: "silence"; readonly scene: string; readonly elapsedSeconds: number }
  /** Back to the moment of an earlier answer. Whether this attempt may is the caller's to know. */
  | { readonly type: "rewind"; readonly to: number };

/** Why a command was refused; the present moment stands. */
export type Refusal =
  | { readonly kind: "already-started" }
  | { readonly kind: "not-started" }
  | { readonly kind: "already-ended" }
  | { readonly kind: "not-here"; readonly scene: string }
  | { readonly kind: "not-on-offer"; readonly choice: string }
  | { readonly kind: "bad-draw"; readonly variable: string }
  | { readonly kind: "no-such-answer"; readonly to: number }
  | { readonly kind: "not-timed" }
  | { readonly kind: "too-soon"; readonly secondsLeft: number };

/** Why a log does not replay: it was edited, or belongs to another revision. */
export interface ReplayProblem {
  /** Index of the first event that does not follow from those before it. */
  readonly seq: number;
  readonly refusal: Refusal;
}
