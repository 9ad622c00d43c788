import type { Mood } from "~/core/scenario/definition";
import type { Said, Speaker, Turn } from "~/core/scenario/moment";

/** Whom the learner is talking to now: whoever of the others spoke last, as they last were. */
export function lastSpeaker(turns: readonly Turn[]): { speaker: Speaker; mood: Mood } | null {
  const said = turns.filter((turn): turn is Said => turn.kind === "said");
  const speaker = said.findLast((turn) => turn.speaker !== null)?.speaker;
  if (!speaker) return null;
  const theirs = said.filter((turn) => turn.speaker?.id === speaker.id);
  return { speaker, mood: theirs.findLast((turn) => turn.mood !== null)?.mood ?? "neutral" };
}
