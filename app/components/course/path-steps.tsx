import type { ReactNode } from "react";
import { DateText } from "~/components/ui/date-text";
import { addDays } from "~/core/calendar/civil-date";
import { dueInWords, longAgo } from "~/core/course/due-words";
import type { DatedStep } from "./step";
import { StepList } from "./step-list";

interface PathStepsProps {
  readonly title: string;
  readonly steps: readonly DatedStep[];
  /** It is on record: a step that is asked for again has no day on the path. */
  readonly complete: boolean;
}

/** The whole path below the next step: what is done, and what is due when. */
export function PathSteps({ title, steps, complete }: PathStepsProps) {
  return (
    <section aria-labelledby="path" className="space-y-6">
      <h2 id="path" className="text-xl">
        {title}
      </h2>
      <StepList label={title} steps={steps} aside={complete ? doneNote : dueNote} />
    </section>
  );
}

function doneNote({ done }: DatedStep): ReactNode {
  return done ? "Done" : "To be done again";
}

function dueNote(step: DatedStep): ReactNode {
  if (step.done || step.next || step.dueInDays === 0 || step.dueInDays === 1) {
    return dueInWords(step);
  }
  // Once would be kind; said again beside every step it is a reproach.
  if (step.overdueDays > longAgo) return null;
  return (
    <>
      {step.overdueDays > 0 ? "Meant for" : "By"}{" "}
      <DateText value={step.due} today={addDays(step.due, -step.dueInDays)} />
    </>
  );
}
