import type { ReactNode } from "react";
import { DateText } from "~/components/ui/date-text";
import { Progress } from "~/components/ui/progress";
import { dueInWords, longAgo } from "~/core/course/due-words";
import type { DatedStep } from "./step";
import { StepList } from "./step-list";

interface PathStepsProps {
  readonly title: string;
  readonly steps: readonly DatedStep[];
  readonly done: number;
}

/** The whole path below the next step: how far one has come, and what is due when. */
export function PathSteps({ title, steps, done }: PathStepsProps) {
  return (
    <section aria-labelledby="path" className="max-w-talk space-y-6">
      <h2 id="path" className="text-xl">
        {title}
      </h2>
      <Progress label="Steps done" value={done} max={steps.length} />
      <StepList label={title} steps={steps} aside={dueNote} />
    </section>
  );
}

function dueNote(step: DatedStep): ReactNode {
  if (step.done || step.next || step.dueInDays === 0 || step.dueInDays === 1) {
    return dueInWords(step);
  }
  // Once would be kind; said again beside every step it is a reproach.
  if (step.overdueDays > longAgo) return null;
  return (
    <>
      {step.overdueDays > 0 ? "Meant for" : "By"} <DateText value={step.due} />
    </>
  );
}
