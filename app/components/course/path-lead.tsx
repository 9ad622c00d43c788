import { LinkButton } from "~/components/shell/link-button";
import { DateText } from "~/components/ui/date-text";
import { Notice } from "~/components/ui/notice";
import { addDays } from "~/core/calendar/civil-date";
import { dueInWords } from "~/core/course/due-words";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";
import { NextStep } from "./next-step";
import { stepAddress, stepInvitation, type DatedStep } from "./step";

export interface PathState {
  readonly title: string;
  /** Civil date. */
  readonly startDate: string;
  readonly startsInDays: number;
  readonly steps: readonly DatedStep[];
  readonly next: DatedStep | null;
  readonly done: number;
  readonly complete: boolean;
}

interface PathLeadProps {
  readonly path: PathState;
  /** Something is to be renewed, and leads where the path is complete. */
  readonly renewing?: boolean;
}

/** What a path asks for now: its next step, or what to do before the first day and after the last. */
export function PathLead({ path, renewing = false }: PathLeadProps) {
  const { title, steps, startDate, startsInDays, next, complete } = path;
  if (complete) {
    return (
      <Notice meaning="success" title={`You have finished “${title}”.`}>
        <p>
          It is on your record, with the reason. What you learned stays fresh with practice: a
          role-play played a second time goes another way.
        </p>
        <p className="mt-3 mb-1 flex flex-wrap gap-3">
          <LinkButton to={paths.scenarios()} variant={renewing ? "quiet" : "primary"} onwards>
            Practise a role-play
          </LinkButton>
          <LinkButton to={paths.me()} variant="quiet">
            See my record
          </LinkButton>
        </p>
      </Notice>
    );
  }
  if (next === null) {
    return (
      <Notice meaning="info" title="Your next step is being mended">
        Nothing is expected of you until it is back. Your other steps are below.
      </Notice>
    );
  }
  const number = steps.findIndex(({ slug, kind }) => slug === next.slug && kind === next.kind) + 1;
  const step = (
    <NextStep
      {...next}
      place={`Your next step, ${number} of ${steps.length} in “${title}”`}
      to={stepAddress(next)}
      invitation={stepInvitation(next)}
      due={startsInDays > 0 ? null : dueInWords(next)}
    />
  );
  if (startsInDays === 0) return step;
  return (
    <div className="space-y-6">
      <Notice
        meaning="info"
        title={
          <>
            Your first day is{" "}
            <DateText value={startDate} today={addDays(startDate, -startsInDays)} />, in{" "}
            {countInWords(startsInDays, "day")}.
          </>
        }
      >
        Nothing is expected of you before then. If you are curious, you may begin.
      </Notice>
      {step}
    </div>
  );
}
