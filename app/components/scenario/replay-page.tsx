import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "~/components/shell/breadcrumbs";
import { LinkButton } from "~/components/shell/link-button";
import type { Said } from "~/core/scenario/moment";
import type { ReplayedMoment as Replayed, ReplayedRun } from "~/core/scenario/replayed-run";
import { paths } from "~/paths";
import { BehaviourResults, type BehaviourResult } from "./behaviour-results";
import { Conversation } from "./conversation";
import { ReplayFacts, TimeTaken } from "./replay-facts";
import { ReplayMoments } from "./replay-moments";
import { ReplayedEnd, ReplayedMoment } from "./replayed-moment";
import { TryAgain } from "./try-again";

interface ReplayPageProps extends ReplayedRun {
  readonly setting: string;
  readonly trail: readonly Crumb[];
  readonly moments: readonly Replayed[];
  /** The lines of the ending, or of the moment that waits. */
  readonly lines: readonly Said[];
  readonly result: {
    readonly passed: boolean;
    readonly behaviours: readonly BehaviourResult[];
  } | null;
  /** Above the moments: whose it is, who else may see it. */
  readonly children?: ReactNode;
}

/** A run as it was, moment by moment, on one page that reads and prints well. */
export function ReplayPage(props: ReplayPageProps) {
  const { attemptId, title, setting, trail, timeZone, moments, result, children } = props;
  return (
    <article className="mx-auto max-w-talk">
      <Breadcrumbs trail={trail} />
      <h1 className="mt-4 text-3xl">{title}: replay</h1>
      <p className="mt-3 text-ink-soft">{setting}</p>
      <ReplayFacts {...props} />
      {children}
      {moments.length === 0 ? null : (
        <section aria-labelledby="step" className="screen-only mt-8 rounded-lg bg-well p-5 sm:p-6">
          <h2 id="step" className="text-lg">
            Step through it
          </h2>
          <ReplayMoments attemptId={attemptId} moments={moments} current={null} className="mt-3" />
          <p className="mt-4">
            <LinkButton to={paths.replayMoment(attemptId, 1)} onwards>
              Begin at the first moment
            </LinkButton>
          </p>
        </section>
      )}
      <ol aria-label="The whole conversation" className="mt-10 space-y-10">
        {moments.map((moment) => (
          <li key={moment.seq} id={`moment-${moment.seq}`} className="scroll-mt-24">
            <h2 className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 text-lg">
              <Link
                to={paths.replayMoment(attemptId, moment.number)}
                className="text-ink no-underline hover:underline"
              >
                Moment {moment.number}
              </Link>
              <TimeTaken {...moment} timeZone={timeZone} />
            </h2>
            <ReplayedMoment
              moment={moment}
              heading="h3"
              wayBack={<WayBack {...props} to={moment.seq} />}
            />
          </li>
        ))}
      </ol>
      <Last {...props} />
      {result === null ? null : (
        <BehaviourResults title="What was shown" behaviours={result.behaviours} />
      )}
    </article>
  );
}

function WayBack({ attemptId, rewind, to }: ReplayPageProps & { readonly to: number }) {
  if (rewind === null) return null;
  return <TryAgain attemptId={attemptId} to={to} seq={rewind.seq} idempotencyKey={rewind.key} />;
}

/** The ending that stands; while it goes on, the moment that waits. */
function Last({ moments, lines, endedAt }: ReplayPageProps) {
  const ending = moments.findLast(({ left }) => !left)?.ending ?? null;
  if (endedAt !== null && ending !== null) return <ReplayedEnd {...ending} />;
  return (
    <section aria-labelledby="now" className="mt-12">
      <h2 id="now" className="mb-4 text-xl">
        Where it stands
      </h2>
      <Conversation turns={lines} label="Now" />
    </section>
  );
}
