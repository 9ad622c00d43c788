import { Link } from "@remix-run/react";
import { classes } from "~/components/ui/classes";
import { plainText, type Prose } from "~/core/prose/prose";
import type { ReplayedMoment } from "~/core/scenario/replayed-run";
import { paths } from "~/paths";

export type MomentLink = Pick<ReplayedMoment, "number" | "said" | "left">;

interface ReplayMomentsProps {
  readonly attemptId: string;
  readonly moments: readonly MomentLink[];
  /** The moment on the page; null where all of them are. */
  readonly current: number | null;
  readonly className?: string;
}

const longest = 60;

function firstWords(said: Prose): string {
  const text = plainText(said);
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(" ", longest);
  return space > 0 ? `${text.slice(0, space)} …` : `${text.slice(0, longest)}…`;
}

/** All moments in their order, each a way to it. On a narrow screen a row of numbers. */
export function ReplayMoments({ attemptId, moments, current, className }: ReplayMomentsProps) {
  return (
    <nav aria-label="Moments" className={classes("replay-moments", className)}>
      <ol>
        {moments.map(({ number, said, left }) => (
          <li key={number}>
            <Link
              to={paths.replayMoment(attemptId, number)}
              aria-current={number === current ? "step" : undefined}
              prefetch="intent"
              data-left={left || undefined}
              className="replay-moment"
            >
              <span className="replay-stop">
                <span className="sr-only">Moment </span>
                {number}
              </span>
              <span className="replay-words">
                <span className="sr-only">: </span>
                {firstWords(said)}
                {left ? <span className="text-ink-soft"> (a way left)</span> : null}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
