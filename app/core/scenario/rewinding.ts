/**
 * Going back in a practice. The log keeps what was left: a rewind is one more event, and the
 * answers after it branch off from an earlier moment.
 */
import { fail, ok, type Result } from "~/core/result";
import type { Answer } from "./answer";
import type { AttemptEvent, Refusal } from "./attempt-event";
import type { AttemptState } from "./attempt-state";

/** Every answer ever given, in the order of the log: those that count and those that were left. */
export function everyAnswer({ answers, abandoned }: AttemptState): readonly Answer[] {
  return [...answers, ...abandoned].sort((one, other) => one.seq - other.seq);
}

type BySeq = ReadonlyMap<number, Answer>;

function bySeqOf(given: readonly Answer[]): BySeq {
  return new Map(given.map((answer) => [answer.seq, answer]));
}

/** The answers that led to this one, along its branch. */
function leadingTo(answer: Answer, bySeq: BySeq): readonly Answer[] {
  const before = answer.follows === null ? undefined : bySeq.get(answer.follows);
  return before === undefined ? [] : [...leadingTo(before, bySeq), before];
}

/** The branch of an answer, from the first answer to this one. */
export function branchTo(state: AttemptState, answer: Answer): readonly Answer[] {
  return [...leadingTo(answer, bySeqOf(everyAnswer(state))), answer];
}

/** The moment of the answer `to` stands again, also of one on a branch that was left. */
export function rewound(state: AttemptState, to: number): Result<AttemptState, Refusal> {
  const given = everyAnswer(state);
  const bySeq = bySeqOf(given);
  const target = bySeq.get(to);
  if (!target) return fail({ kind: "no-such-answer", to });
  const answers = leadingTo(target, bySeq);
  return ok({
    ...state,
    seq: state.seq + 1,
    play: target.before,
    answers,
    abandoned: given.filter((answer) => !answers.includes(answer)),
    // Time for the moment begins anew.
    arrivedSeq: state.seq,
  });
}

/** Only a practice may hold one: an official run goes on from where it is. */
export function holdsRewind(events: readonly AttemptEvent[]): boolean {
  return events.some(({ type }) => type === "attempt.rewound");
}
