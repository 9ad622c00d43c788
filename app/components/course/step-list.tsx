import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classes } from "~/components/ui/classes";
import { Icon } from "~/components/ui/icon";
import { stepAddress, stepKinds, type Step } from "./step";

interface StepListProps<One extends Step> {
  readonly label: string;
  readonly steps: readonly One[];
  /** What stands beside a step: its due day. */
  readonly aside?: (step: One) => ReactNode;
}

/** The way as a line with stops: those behind are ticked, the next one is marked. */
export function StepList<One extends Step>({ label, steps, aside }: StepListProps<One>) {
  return (
    <ol aria-label={label} className="max-w-talk">
      {steps.map((step, index) => (
        <li key={`${step.kind} ${step.slug}`} className="keep-together relative flex gap-4 pb-5">
          {index < steps.length - 1 ? (
            <span
              aria-hidden="true"
              className="absolute start-[0.9375rem] top-8 bottom-0 w-0.5 bg-line"
            />
          ) : null}
          <Stop step={step} />
          <div className="min-w-0 grow items-baseline justify-between gap-x-6 pt-0.5 sm:flex">
            <div className="min-w-0">
              <StepTitle step={step} />
              <p className="text-sm text-ink-soft">
                {stepKinds[step.kind].word}
                {step.available ? ` · ${step.minutes} minutes` : " · not available at present"}
              </p>
            </div>
            {aside ? <div className="shrink-0 text-sm text-ink-soft">{aside(step)}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Stop({ step }: { readonly step: Step }) {
  const look = step.done
    ? "border-success bg-success-ground text-success"
    : step.next
      ? "border-ink bg-accent text-on-accent"
      : "border-line-strong bg-sheet text-ink-soft";
  const icon = step.done ? "check" : stepKinds[step.kind].icon;
  return (
    <span
      className={classes(
        "relative grid size-8 shrink-0 place-items-center rounded-full border",
        look,
      )}
    >
      <Icon name={icon} className="size-4.5" />
      <span className="sr-only">{step.done ? "Done: " : step.next ? "Next: " : "Later: "}</span>
    </span>
  );
}

function StepTitle({ step }: { readonly step: Step }) {
  const look = classes("font-serif text-lg", step.next && "font-medium");
  if (!step.available) return <span className={look}>{step.title}</span>;
  return (
    <Link
      to={stepAddress(step)}
      className={classes(look, "inline-block py-0.5 underline-offset-4 hover:underline")}
    >
      {step.title}
    </Link>
  );
}
