import { Link } from "@remix-run/react";
import { Breadcrumbs, type Crumb } from "~/components/shell/breadcrumbs";
import { Icon } from "~/components/ui/icon";
import type { ReplayedMoment as Replayed, ReplayedRun } from "~/core/scenario/replayed-run";
import { paths } from "~/paths";
import { ReplayFacts, TimeTaken } from "./replay-facts";
import { ReplayMoments, type MomentLink } from "./replay-moments";
import { ReplayedEnd, ReplayedMoment } from "./replayed-moment";
import { TryAgain } from "./try-again";

interface ReplayStepProps extends ReplayedRun {
  readonly trail: readonly Crumb[];
  /** All of them, for the way to each. */
  readonly moments: readonly MomentLink[];
  readonly moment: Replayed;
}

/** One moment of a run at its own address, with the ones before and after a link away. */
export function ReplayStep(props: ReplayStepProps) {
  const { attemptId, title, trail, timeZone, moments, moment, rewind } = props;
  const { number, ending } = moment;
  return (
    <article className="moment">
      <header className="moment-head">
        <Breadcrumbs trail={trail} />
        <h1 className="mt-2 text-2xl">
          <span className="block font-serif text-lg font-normal text-ink-soft">{title}</span>
          Moment {number} of {moments.length}
        </h1>
        <ReplayFacts {...props} withoutDates />
        <p className="mt-2">
          <TimeTaken {...moment} timeZone={timeZone} />
        </p>
      </header>
      <div className="moment-person screen-only">
        <ReplayMoments attemptId={attemptId} moments={moments} current={number} />
      </div>
      <div className="moment-talk">
        <ReplayedMoment
          moment={moment}
          heading="h2"
          wayBack={
            rewind === null ? null : (
              <TryAgain
                attemptId={attemptId}
                to={moment.seq}
                seq={rewind.seq}
                idempotencyKey={rewind.key}
              />
            )
          }
        />
        {ending === null ? null : <ReplayedEnd {...ending} />}
        <Turning attemptId={attemptId} number={number} count={moments.length} />
      </div>
    </article>
  );
}

interface TurningProps {
  readonly attemptId: string;
  readonly number: number;
  readonly count: number;
}

const turn = "inline-flex min-h-11 items-center gap-2 text-link underline underline-offset-4";

function Turning({ attemptId, number, count }: TurningProps) {
  return (
    <nav
      aria-label="Before and after"
      className="screen-only mt-10 flex flex-wrap justify-between gap-x-6 gap-y-1 border-t border-line pt-4"
    >
      {number > 1 ? (
        <Link to={paths.replayMoment(attemptId, number - 1)} rel="prev" className={turn}>
          <Icon name="arrow-left" className="size-5" />
          Moment {number - 1}
        </Link>
      ) : null}
      <Link
        to={paths.replay(attemptId)}
        className={`${turn} max-sm:order-last max-sm:basis-full max-sm:justify-center`}
      >
        The whole conversation
      </Link>
      {number < count ? (
        <Link
          to={paths.replayMoment(attemptId, number + 1)}
          rel="next"
          className={`${turn} max-sm:ms-auto`}
        >
          Moment {number + 1}
          <Icon name="arrow-right" className="size-5" />
        </Link>
      ) : null}
    </nav>
  );
}
