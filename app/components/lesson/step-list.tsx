import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "~/components/ui/icon";

export interface ListedStep {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  readonly kind: "lesson" | "scenario";
  readonly minutes: number;
  readonly state: "complete" | "next" | "begun" | "later";
  /** A few words after the minutes: "due Friday", "complete since 12 Nov". */
  readonly note?: ReactNode;
}

const words: Record<ListedStep["state"], string> = {
  complete: "complete",
  next: "your next step",
  begun: "begun",
  later: "still to come",
};

interface StepListProps {
  readonly steps: readonly ListedStep[];
  readonly label: string;
}

/** The steps of a course or a path along a line; one is where the reader is. */
export function StepList({ steps, label }: StepListProps) {
  return (
    <ol aria-label={label} className="steps">
      {steps.map((step) => (
        <li key={step.id} className="step" data-state={step.state}>
          <span className="step-mark" aria-hidden="true">
            {step.state === "complete" ? <Icon name="check" className="size-4" /> : null}
          </span>
          <Link to={step.to} className="group block min-w-0 flex-1 rounded-md pb-1 no-underline">
            <span className="font-serif text-lg leading-snug underline-offset-4 group-hover:underline">
              {step.title}
            </span>
            <span className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-sm text-ink-soft">
              <Icon name={step.kind === "lesson" ? "book" : "speech"} className="size-4" />
              {step.kind === "lesson" ? "Lesson" : "Role-play"}, {step.minutes} min
              <span>· {step.note ?? words[step.state]}</span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
