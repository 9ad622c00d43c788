import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "~/components/shell/breadcrumbs";
import { Icon } from "~/components/ui/icon";
import { BehaviourTags } from "~/components/ui/tag";
import { countInWords } from "~/core/prose/in-words";
import { LessonPager, type LessonPagerProps } from "./lesson-pager";
import { LessonParts, type LessonPart } from "./lesson-parts";

interface LessonLayoutProps extends LessonPagerProps {
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** Names, not tags. */
  readonly behaviours: readonly string[];
  readonly trail: readonly Crumb[];
  /** "Lesson 2 of 5", or nothing. */
  readonly place?: string;
  /** What completion asks for, in order, and what is done of it. */
  readonly parts: readonly LessonPart[];
  /** It is on the reader's record. */
  readonly complete: boolean;
  /** A notice above the lesson: just completed, an older revision, could not be saved. */
  readonly notice?: ReactNode;
  /** What follows once it is complete: the next step. */
  readonly ending?: ReactNode;
  /** The lesson's body, within its state. */
  readonly children: ReactNode;
}

/** A lesson as a chapter: title block, text in a reading measure, what is left to do, onwards. */
export function LessonLayout(props: LessonLayoutProps) {
  const { title, summary, minutes, behaviours, trail, place, parts, complete } = props;
  const { notice, ending, children, previous = null, next = null } = props;
  return (
    <article className="lesson">
      <header className="lesson-head">
        <Breadcrumbs trail={trail} />
        {place ? <p className="mt-6 font-serif text-lg text-ink-soft">{place}</p> : null}
        <h1 className={place ? "mt-1 text-3xl" : "mt-6 text-3xl"}>{title}</h1>
        <p className="mt-4 font-serif text-lg text-ink-soft">{summary}</p>
        <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2.5 text-sm text-ink-soft">
          <span className="inline-flex items-center gap-1.5">
            <Icon name="clock" className="size-4.5" />
            {countInWords(minutes, "minute")}
          </span>
          <BehaviourTags behaviours={behaviours} label="What it trains" />
        </div>
        {notice ? <div className="mt-6">{notice}</div> : null}
      </header>
      {children}
      <footer className="lesson-foot">
        <LessonParts parts={parts} complete={complete} />
        {ending}
        <LessonPager previous={previous} next={next} />
      </footer>
    </article>
  );
}
