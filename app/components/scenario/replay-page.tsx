import { Breadcrumbs, type Crumb } from "~/components/shell/breadcrumbs";
import { DateText } from "~/components/ui/date-text";
import { Icon } from "~/components/ui/icon";
import { ProseText } from "~/components/ui/prose-text";
import { Tag } from "~/components/ui/tag";
import type { Prose } from "~/core/prose/prose";
import type { TimeSetting } from "~/core/scenario/attempt-event";
import type { Said } from "~/core/scenario/moment";
import { Conversation } from "./conversation";
import { ResultMoment, type ResultMomentProps } from "./result-moment";
import { timeInWords } from "./time-text";

export interface ReplayedMoment extends ResultMomentProps {
  readonly notSaid: readonly Prose[];
  /** ISO instant. */
  readonly at: string;
  readonly seconds: number;
}

export interface ReplayPageProps {
  readonly title: string;
  readonly setting: string;
  readonly mode: "practice" | "official";
  /** How its timed moments were treated; null where it has none. */
  readonly time: TimeSetting | null;
  readonly trail: readonly Crumb[];
  readonly timeZone: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly moments: readonly ReplayedMoment[];
  /** The lines of the ending, or of the moment that waits. */
  readonly lines: readonly Said[];
  readonly ending: {
    readonly title: string;
    readonly felt: Prose;
    readonly tonight: Prose;
  } | null;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  return "over an hour";
}

/** A run as it was, moment by moment; each has an address of its own. */
export function ReplayPage(props: ReplayPageProps) {
  const { title, setting, mode, time, trail, timeZone, startedAt, endedAt } = props;
  const { moments, lines, ending } = props;
  return (
    <article className="mx-auto max-w-talk">
      <Breadcrumbs trail={trail} />
      <h1 className="mt-4 text-3xl">{title}: replay</h1>
      <p className="mt-3 text-ink-soft">{setting}</p>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-soft">
        <Tag
          look={mode === "official" ? "info" : "plain"}
          icon={mode === "official" ? "flag" : "lock"}
        >
          {mode === "official" ? "Official run" : "Practice, private"}
        </Tag>
        {time === null ? null : <span>{timeInWords[time]}</span>}
        <span>
          Began <DateText value={startedAt} timeZone={timeZone} withTime />
        </span>
        {endedAt === null ? (
          <span>Still under way</span>
        ) : (
          <span>
            Ended <DateText value={endedAt} timeZone={timeZone} withTime />
          </span>
        )}
      </p>
      <ol aria-label="Moments" className="mt-10 space-y-10">
        {moments.map((moment, at) => (
          <li key={moment.seq} id={`moment-${moment.seq}`} className="scroll-mt-24">
            <h2 className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 text-lg">
              <a href={`#moment-${moment.seq}`} className="text-ink no-underline hover:underline">
                Moment {at + 1}
              </a>
              <span className="inline-flex items-center gap-1.5 font-sans text-sm font-normal text-ink-soft">
                <Icon name="clock" className="size-4" />
                <DateText value={moment.at} timeZone={timeZone} withTime />, after{" "}
                {duration(moment.seconds)}
              </span>
            </h2>
            <ResultMoment {...moment} />
            <NotSaid choices={moment.notSaid} />
          </li>
        ))}
      </ol>
      <section aria-labelledby="last" className="mt-12">
        <h2 id="last" className="mb-4 text-lg">
          {ending?.title ?? "Where it stands"}
        </h2>
        <Conversation turns={lines} label={ending === null ? "Now" : "How it ended"} />
        {ending === null ? null : (
          <dl className="mt-8 space-y-5">
            <div>
              <dt className="text-sm font-medium text-ink-soft">What they felt</dt>
              <dd>
                <ProseText prose={ending.felt} className="mt-1 font-serif text-lg" />
              </dd>
            </div>
            <div>
              <dt className="text-sm font-medium text-ink-soft">
                What they tell their friends tonight
              </dt>
              <dd>
                <ProseText prose={ending.tonight} className="tonight" />
              </dd>
            </div>
          </dl>
        )}
      </section>
    </article>
  );
}

function NotSaid({ choices }: { readonly choices: readonly Prose[] }) {
  if (choices.length === 0) return null;
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-11 items-center text-sm text-link underline underline-offset-4">
        What you could have said
      </summary>
      <ul className="mt-2 space-y-2 text-ink-soft">
        {choices.map((text, at) => (
          <li key={at} className="rounded-md border border-dashed border-line-strong px-4 py-2.5">
            <ProseText prose={text} />
          </li>
        ))}
      </ul>
    </details>
  );
}
