import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "~/components/shell/breadcrumbs";
import { Tag } from "~/components/ui/tag";
import type { Prose } from "~/core/prose/prose";
import type { TimeSetting } from "~/core/scenario/attempt-event";
import type { MainPerson } from "~/core/scenario/main-person";
import { outcomeInWords } from "~/core/scenario/outcome-words";
import { BehaviourResults, type BehaviourResult } from "./behaviour-results";
import { Conversation } from "./conversation";
import { EndingPerson } from "./ending-person";
import { FoldedMoment, ResultMoment, type ResultMomentProps } from "./result-moment";
import { timeInWords } from "./time-text";
import type { Turn } from "~/core/scenario/moment";

export interface ResultPageProps {
  readonly title: string;
  readonly mode: "practice" | "official";
  /** How its timed moments were treated; null where it has none. */
  readonly time: TimeSetting | null;
  readonly outcome: "passed" | "failed";
  /** In words: what it means and what is next. */
  readonly verdict: ReactNode;
  readonly trail: readonly Crumb[];
  readonly person: MainPerson | null;
  /** The end of the talk: the last answer, what it led to, the lines of the ending. */
  readonly lines: readonly Turn[];
  readonly felt: Prose;
  readonly tonight: Prose;
  readonly behaviours: readonly BehaviourResult[];
  readonly moments: readonly ResultMomentProps[];
  readonly actions: ReactNode;
  /** The way to all of it, after the moments. */
  readonly replay: ReactNode;
}

/** How it ended: the person first, then the behaviours, then the moments. */
export function ResultPage(props: ResultPageProps) {
  const { title, mode, time, outcome, verdict, trail, actions, replay } = props;
  const { person, lines, felt, tonight, behaviours, moments } = props;
  const went = outcomeInWords[outcome];
  // The first in which there is something to try; where nothing is, the first of all.
  const open = Math.max(
    0,
    moments.findIndex(({ missed }) => missed.length > 0),
  );
  return (
    <article className="mx-auto max-w-talk">
      <Breadcrumbs trail={trail} />
      <header className="mt-4">
        <h1 className="text-3xl">{title}</h1>
        <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
          <Tag
            look={outcome === "passed" ? "success" : "warning"}
            icon={outcome === "passed" ? "check" : "retry"}
          >
            {mode === "official" ? went : `Practice: ${went.toLowerCase()}`}
          </Tag>
          {time === null ? null : <Tag icon="clock">{timeInWords[time]}</Tag>}
        </p>
      </header>
      <div className="mt-8">
        <Conversation turns={lines} label="How it ended" />
      </div>
      <EndingPerson person={person} felt={felt} tonight={tonight} heading="h2" />
      <div className="mt-8 font-serif text-lg">{verdict}</div>
      <div className="screen-only mt-6 grid gap-3 sm:flex sm:flex-wrap">{actions}</div>
      <BehaviourResults title="What you showed" behaviours={behaviours} />
      {moments.length > 0 ? (
        <section aria-labelledby="moments" className="mt-11 sm:mt-14">
          <h2 id="moments" className="text-xl">
            The moments that made the difference
          </h2>
          <ol className="mt-5 space-y-4">
            {moments.map((moment, at) => (
              <li key={moment.seq}>
                {at === open ? <ResultMoment {...moment} /> : <FoldedMoment {...moment} />}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <p className="screen-only mt-8">{replay}</p>
    </article>
  );
}
