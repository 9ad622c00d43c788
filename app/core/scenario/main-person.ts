/** Whom a conversation was about, for its end: they are the one who felt something. */
import type { CastMember, Mood } from "./definition";
import type { Said, Turn } from "./moment";

export interface MainPerson {
  readonly speaker: NonNullable<Said["speaker"]>;
  /** As they last were. */
  readonly mood: Mood;
}

/**
 * The first of the cast who spoke. A colleague may have the last word at an ending, and may even
 * speak most; what is told there is still how it was for the person whom the author named first.
 */
export function mainPerson(
  cast: readonly Pick<CastMember, "id">[],
  turns: readonly Turn[],
): MainPerson | null {
  const said = turns.filter((turn): turn is Said => turn.kind === "said");
  for (const { id } of cast) {
    const theirs = said.filter(({ speaker }) => speaker?.id === id);
    const speaker = theirs.at(-1)?.speaker;
    if (!speaker) continue;
    return { speaker, mood: theirs.findLast(({ mood }) => mood !== null)?.mood ?? "neutral" };
  }
  return null;
}
