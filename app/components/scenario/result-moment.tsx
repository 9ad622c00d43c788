import type { ReactNode } from "react";
import { classes } from "~/components/ui/classes";
import { Icon, type IconName } from "~/components/ui/icon";
import { plainText } from "~/core/prose/prose";
import type { QuotedMoment } from "~/core/scenario/replayed-run";
import { Conversation } from "./conversation";
import { FeedbackNote } from "./feedback-note";

export interface ResultMomentProps extends QuotedMoment {
  /** Under the answer: a way back to it. */
  readonly wayBack?: ReactNode;
}

const frame = "rounded-lg border border-line bg-sheet";

/** One moment, quoted: what was said, what it did, and a note on it. */
export function ResultMoment(props: ResultMomentProps) {
  return (
    <div className={`${frame} p-4 sm:p-6`}>
      <ul
        aria-label="Behaviours in this moment"
        className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-sm"
      >
        {marksOf(props).map((mark) => (
          <li key={mark.words}>
            <MarkText mark={mark} />
          </li>
        ))}
      </ul>
      <Quoted {...props} />
    </div>
  );
}

/**
 * The same behind its marks and the answer; paper shows all of it. No quotation marks: some answers
 * are done and not said, and some bring their own.
 */
export function FoldedMoment(props: ResultMomentProps) {
  return (
    <details className={`result-fold group ${frame}`}>
      <summary className="flex items-start gap-3 rounded-lg p-4 hover:bg-well sm:px-6">
        <span className="min-w-0 grow">
          <span className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {marksOf(props).map((mark) => (
              <MarkText key={mark.words} mark={mark} running />
            ))}
          </span>
          <span className="result-quote mt-1 line-clamp-2 font-serif text-lg">
            {plainText(props.said)}
          </span>
        </span>
        <Icon
          name="chevron-down"
          className="screen-only mt-1 size-5 text-ink-soft transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="px-4 pt-2 pb-4 sm:px-6 sm:pb-6">
        <Quoted {...props} />
      </div>
    </details>
  );
}

interface Mark {
  readonly words: string;
  readonly icon: IconName;
  readonly look: string;
}

function countsInWords(weight: number): string {
  return weight === 2 ? "Counts twice" : `Counts ${weight.toLocaleString("en")} times`;
}

function marksOf({ shown, missed, repaired = [], weight = 1 }: ResultMomentProps): readonly Mark[] {
  return [
    ...shown.map((name): Mark => ({ words: `${name} shown`, icon: "check", look: "text-success" })),
    ...repaired.map((name): Mark => ({
      words: `${name} put right later`,
      icon: "retry",
      look: "text-info",
    })),
    ...missed.map((name): Mark => ({
      words: `${name} to try`,
      icon: "arrow-right",
      look: "text-ink-soft",
    })),
    ...(weight === 1
      ? []
      : [{ words: countsInWords(weight), icon: "flag", look: "text-ink-soft" } as const]),
  ];
}

interface MarkTextProps {
  readonly mark: Mark;
  /** Heard as one sentence with what follows. */
  readonly running?: boolean;
}

function MarkText({ mark: { words, icon, look }, running = false }: MarkTextProps) {
  return (
    <span className={classes("inline-flex items-center gap-1.5", look)}>
      <Icon name={icon} className="size-4" />
      {words}
      {running ? <span className="sr-only">, </span> : null}
    </span>
  );
}

function Quoted({ seq, heard, said, consequence, feedback, wayBack }: ResultMomentProps) {
  return (
    <>
      <Conversation
        turns={[...heard, { kind: "answered", seq, text: said }, ...consequence]}
        label="What was said"
        under={() => wayBack}
      />
      <FeedbackNote feedback={feedback} />
    </>
  );
}
