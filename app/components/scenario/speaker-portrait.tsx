import type { Mood } from "~/core/scenario/definition";
import type { Speaker } from "~/core/scenario/moment";
import { Portrait } from "./portrait";

interface SpeakerPortraitProps {
  readonly speaker: Speaker;
  readonly mood: Mood;
  readonly className: string;
}

/** Somebody who talks in a role-play, dressed as in the whole of it. */
export function SpeakerPortrait({ speaker, mood, className }: SpeakerPortraitProps) {
  return <Portrait person={speaker.id} dress={speaker.dress} mood={mood} className={className} />;
}
