import { Link } from "@remix-run/react";
import { outcomeWords } from "~/components/course/goal-words";
import { DateText } from "~/components/ui/date-text";
import type { OwnGoal } from "~/core/course/goal-review";
import { goalSentence } from "~/core/course/goal-sentence";
import { paths } from "~/paths";

interface OwnGoalsProps {
  readonly goals: readonly OwnGoal[];
  readonly timeZone: string;
  /** A civil date. */
  readonly today: string;
}

/** One's goals in one's own words, with how they went by one's own account. */
export function OwnGoals({ goals, timeZone, today }: OwnGoalsProps) {
  return (
    <ul className="divide-y divide-line">
      {goals.map(({ id, lessonId, lesson, when, will, at, reviews }) => (
        <li key={id} className="keep-together py-4">
          <blockquote className="font-serif text-lg">
            {goalSentence({ when, will }, "When")}
          </blockquote>
          <p className="mt-1 text-sm text-ink-soft">
            <DateText value={at} timeZone={timeZone} today={today} />
            {lesson === null ? null : (
              <>
                {", "}
                <Link to={`${paths.lesson(lessonId)}#goal`} className="text-link underline">
                  {lesson}
                </Link>
              </>
            )}
          </p>
          {reviews.length === 0 ? null : (
            <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
              {reviews.map((review, index) => (
                <li key={index}>
                  <span className="font-medium">{outcomeWords[review.outcome]}</span>{" "}
                  <span className="text-ink-soft">
                    <DateText value={review.at} timeZone={timeZone} today={today} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
