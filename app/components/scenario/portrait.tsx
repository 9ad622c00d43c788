import type { Mood } from "~/core/scenario/definition";
import { faces, hair, likeness, shirts } from "./portrait-drawings";

interface PortraitProps {
  /** The person's id: the same id is the same head everywhere. */
  readonly person: string;
  readonly mood: Mood;
  readonly className?: string;
}

/**
 * A person in ink. Skin is left as paper, and hair and clothes are dealt by id alone, so that a
 * drawing never says more about somebody than the author did. Decoration: the name and the mood
 * stand beside it in words.
 */
export function Portrait({ person, mood, className = "size-14" }: PortraitProps) {
  const number = likeness(person);
  const head = hair[number % hair.length];
  const shirt = shirts[(number >>> 8) % shirts.length] ?? shirts[0];
  const hasGlasses = (number >>> 16) % 4 === 0;
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
      {head?.back ? <path d={head.back} className="fill-portrait-ink" /> : null}
      <path d="M27.5 36v9.5q4.5 4 9 0V36z" className="fill-portrait-paper" />
      <path d="M7 66c0-14 9-19 19-20.5q6 5 12 0C48 47 57 52 57 66z" className={shirt} />
      <path
        d="M20.8 27q-2.6-.6-2.2 2.4t3 3M43.2 27q2.6-.6 2.2 2.4t-3 3"
        className="fill-portrait-paper"
      />
      <path
        d="M20.8 25c0-8 5-12.5 11.2-12.5S43.2 17 43.2 25c0 10-4 16.5-11.2 16.5S20.8 35 20.8 25z"
        className="fill-portrait-paper"
      />
      {head ? <path d={head.front} className="fill-portrait-ink" /> : null}
      <path d={face.brows} />
      <path d={face.eyes} strokeWidth="2.2" />
      {hasGlasses ? (
        <path
          d="M24 28.6a3.6 3.4 0 1 0 7.2 0 3.6 3.4 0 1 0-7.2 0zM32.8 28.6a3.6 3.4 0 1 0 7.2 0 3.6 3.4 0 1 0-7.2 0zM31.2 28.3q.8-.6 1.6 0"
          strokeWidth="1.2"
        />
      ) : null}
      <path d="M32 28.5l-1 3h1.6" strokeWidth="1.3" />
      <path d={face.mouth} className="fill-portrait-paper" />
    </svg>
  );
}
