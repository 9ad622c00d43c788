import type { Prose } from "~/core/prose/prose";
import type { Mood } from "~/core/scenario/definition";

export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** Something said or seen. `speaker: null` is the narrator. */
export interface SaidTurn {
  readonly kind: "said";
  readonly speaker: Speaker | null;
  readonly mood: Mood | null;
  readonly text: Prose;
}

/** What the learner answered. */
export interface AnsweredTurn {
  readonly kind: "answered";
  readonly seq: number;
  readonly text: Prose;
}

export type Turn = SaidTurn | AnsweredTurn;

/** Whom the learner is talking to now: whoever of the others spoke last, as they last were. */
export function lastSpeaker(turns: readonly Turn[]): { speaker: Speaker; mood: Mood } | null {
  const said = turns.filter((turn): turn is SaidTurn => turn.kind === "said");
  const speaker = said.findLast((turn) => turn.speaker !== null)?.speaker;
  if (!speaker) return null;
  const theirs = said.filter((turn) => turn.speaker?.id === speaker.id);
  return { speaker, mood: theirs.findLast((turn) => turn.mood !== null)?.mood ?? "neutral" };
}
