import { Link } from "@remix-run/react";
import { classes } from "~/components/ui/classes";
import { DateText } from "~/components/ui/date-text";
import { Icon } from "~/components/ui/icon";
import { Progress } from "~/components/ui/progress";
import { goalSentence } from "~/core/course/goal-sentence";
import {
  stepsAhead,
  stepsThisWeek,
  type ShownGoal,
  type StepsAhead,
} from "~/core/course/this-week";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";
import type { DatedStep } from "./step";

interface ThisWeekProps {
  /** Null where no path is planned. */
  readonly path: {
    readonly title: string;
    readonly steps: readonly DatedStep[];
    readonly done: number;
    readonly startsInDays: number;
    readonly complete: boolean;
  } | null;
  readonly goals: readonly ShownGoal[];
  /** A civil date. */
  readonly today: string;
}

/** More would be a list of duties and not a reminder. */
const mostGoals = 2;

/** Beside the next step: what the week asks, what one has set oneself, and how far one has come. */
export function ThisWeek({ path, goals, today }: ThisWeekProps) {
  // Before the first day nothing is expected, nor of a path that is complete: what is asked for anew is said above.
  const isAsking = path !== null && path.startsInDays === 0 && !path.complete;
  const week = stepsThisWeek(isAsking ? path.steps : []);
  const done = path?.complete === true ? path.steps.length : path?.done;
  const isOfTheWeek = week.count > 0 || goals.length > 0;
  return (
    <section aria-labelledby="this-week" className="space-y-5 rounded-lg bg-well p-5 sm:p-6">
      <h2 id="this-week" className="text-lg">
        {isOfTheWeek ? "This week" : "Your way so far"}
      </h2>
      {week.count === 0 ? null : (
        <p>
          {countInWords(week.count, "step")} {week.count === 1 ? "is" : "are"} due in the next seven
          days: about {countInWords(week.minutes, "minute")} in all.
        </p>
      )}
      {goals.slice(0, mostGoals).map(({ id, lessonId, lesson, when, will, askedOn }) => (
        <div key={id}>
          <p className="flex items-center gap-2 text-sm font-medium text-ink-soft">
            <Icon name="flag" className="size-4.5" />
            What you are trying
          </p>
          <blockquote className="mt-1.5 font-serif text-lg text-pretty wrap-anywhere">
            {goalSentence({ when, will }, "When")}
          </blockquote>
          <p className="mt-1.5 text-sm text-ink-soft">
            {lesson === null ? null : (
              <>
                From{" "}
                <Link
                  to={`${paths.lesson(lessonId)}#goal`}
                  className="text-link underline underline-offset-4"
                >
                  {lesson}
                </Link>
                .{" "}
              </>
            )}
            You are asked how it went on <DateText value={askedOn} today={today} />.
          </p>
        </div>
      ))}
      {path === null ? null : (
        <div className={classes("space-y-3", isOfTheWeek && "border-t border-line-strong pt-5")}>
          <Progress
            label={path.title}
            value={done ?? 0}
            max={path.steps.length}
            words={`${done ?? 0} of ${countInWords(path.steps.length, "step")} done`}
          />
          {isOfTheWeek || path.complete ? null : <Ahead {...stepsAhead(path.steps)} />}
        </div>
      )}
    </section>
  );
}

function Ahead({ count, minutes }: StepsAhead) {
  if (count === 0) return null;
  return (
    <p className="text-sm text-ink-soft">
      After the next one, {countInWords(count, "step")} {count === 1 ? "is" : "are"} left: about{" "}
      {countInWords(minutes, "minute")} in all.
    </p>
  );
}
