import type { Mood } from "~/core/scenario/definition";
import { dressColours, dressOf } from "~/core/scenario/dress";
import { cuts, faces, shirts } from "./portrait-drawings";

interface PortraitProps {
  /** The person's id: the same id is dressed the same. */
  readonly person: string;
  /** What they wear in this cast, where others are about: see `core/scenario/dress`. */
  readonly dress?: number | undefined;
  readonly mood: Mood;
  readonly className?: string;
}

/**
 * A face that shows a mood and nothing else: no hair, age or skin, so that a drawing never says
 * more about somebody than the author did. Their clothes tell two people apart.
 * Decoration: the name and the mood stand beside it in words.
 */
export function Portrait(props: PortraitProps) {
  const { person, dress = dressOf(person), mood, className = "size-14" } = props;
  const shirt = shirts[dress % dressColours] ?? shirts[0];
  const cut = cuts[Math.floor(dress / dressColours)] ?? null;
  const face = faces[mood];
  return (
    <svg
      viewBox="0 0 64 64"
      aria-hidden="true"
      className={`edged shrink-0 rounded-full stroke-portrait-ink ${className}`}
      fill="none"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <rect width="64" height="64" className={face.ground} stroke="none" />
      <path d="M7 66c0-14 9-19.5 25-19.5S57 52 57 66z" className={shirt} />
      {cut === null ? null : <path d={cut.d} className={cut.look} />}
      <circle cx="32" cy="28.5" r="15.5" className="fill-portrait-paper" />
      <path d={face.brows} />
      <path d={face.eyes} strokeWidth="2.2" />
      <path d={face.mouth} className="fill-portrait-paper" />
    </svg>
  );
}
