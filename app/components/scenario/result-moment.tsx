import type { ReactNode } from "react";
import { Icon } from "~/components/ui/icon";
import type { QuotedMoment } from "~/core/scenario/replayed-run";
import { Conversation } from "./conversation";
import { FeedbackNote } from "./feedback-note";

export interface ResultMomentProps extends QuotedMoment {
  /** Under the answer: a way back to it. */
  readonly wayBack?: ReactNode;
}

/** One moment, quoted: what was said, what it did, and a note on it. */
export function ResultMoment(props: ResultMomentProps) {
  const { seq, heard, said, consequence, feedback, shown, missed, repaired = [], wayBack } = props;
  return (
    <div className="keep-together rounded-lg border border-line bg-sheet p-4 sm:p-6">
      <ul
        aria-label="Behaviours in this moment"
        className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-sm"
      >
        {shown.map((name) => (
          <li key={name} className="inline-flex items-center gap-1.5 text-success">
            <Icon name="check" className="size-4" />
            {name} shown
          </li>
        ))}
        {repaired.map((name) => (
          <li key={name} className="inline-flex items-center gap-1.5 text-info">
            <Icon name="retry" className="size-4" />
            {name} put right later
          </li>
        ))}
        {missed.map((name) => (
          <li key={name} className="inline-flex items-center gap-1.5 text-ink-soft">
            <Icon name="arrow-right" className="size-4" />
            {name} to try
          </li>
        ))}
      </ul>
      <Conversation
        turns={[...heard, { kind: "answered", seq, text: said }, ...consequence]}
        label="What was said"
        under={() => wayBack}
      />
      <FeedbackNote feedback={feedback} />
    </div>
  );
}
