import { DateText } from "~/components/ui/date-text";
import { sureInWords, sureWords, type OwnRating } from "~/core/course/self-rating";

interface OwnRatingsProps {
  readonly ratings: readonly OwnRating[];
  readonly timeZone: string;
  /** A civil date. */
  readonly today: string;
}

/** How sure one was, then and now: a word for each time, and as many dots. */
export function OwnRatings({ ratings, timeZone, today }: OwnRatingsProps) {
  return (
    <ul className="divide-y divide-line">
      {ratings.map(({ id, prompt, times }) => (
        <li key={id} className="keep-together py-4">
          <p className="font-serif text-lg">{prompt}</p>
          <ul className="mt-2 flex flex-wrap gap-x-8 gap-y-2 text-sm">
            {times.map(({ sure, at }, index) => (
              <li key={index} className="flex items-center gap-2.5">
                <span className="sure-dots" aria-hidden="true">
                  {sureWords.map((word, place) => (
                    <span
                      key={word}
                      className={place < sure ? "sure-dot sure-dot-on" : "sure-dot"}
                    />
                  ))}
                </span>
                <span>
                  <span className="font-medium">{sureInWords(sure)}</span>{" "}
                  <span className="text-ink-soft">
                    <DateText value={at} timeZone={timeZone} today={today} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
