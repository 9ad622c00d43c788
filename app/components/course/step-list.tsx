import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { countInWords } from "~/core/prose/in-words";
import { classes } from "~/components/ui/classes";
import { Icon } from "~/components/ui/icon";
import { stepAddress, stepKinds, type Step } from "./step";

interface StepListProps<One extends Step> {
  readonly label: string;
  readonly steps: readonly One[];
  /** What stands beside a step: its due day. */
  readonly aside?: (step: One) => ReactNode;
}

/** More than so many stand in two columns where there is room. */
const fewSteps = 6;

/** The way as a line with stops: those behind are ticked, the next one is marked. */
export function StepList<One extends Step>({ label, steps, aside }: StepListProps<One>) {
  return (
    <ol
      aria-label={label}
      className={classes(
        "max-w-talk",
        steps.length > fewSteps && "gap-x-14 lg:max-w-none lg:columns-2",
      )}
    >
      {steps.map((step, index) => (
        <li
          key={`${step.kind} ${step.slug}`}
          className="keep-together relative flex break-inside-avoid gap-4 pb-5"
        >
          {index < steps.length - 1 ? (
            <span
              aria-hidden="true"
              className="absolute start-[0.9375rem] top-8 bottom-0 w-0.5 bg-line"
            />
          ) : null}
          <Stop step={step} />
          <div className="min-w-0 grow items-baseline gap-x-6 pt-0.5 text-sm text-ink-soft sm:grid sm:grid-cols-[minmax(0,1fr)_auto]">
            <div className="text-[1rem] text-ink">
              <StepTitle step={step} />
            </div>
            <p className="inline sm:row-start-2">
              {stepKinds[step.kind].word}
              {step.available
                ? ` · ${countInWords(step.minutes, "minute")}`
                : " · not available at present"}
            </p>
            <Aside>{aside?.(step)}</Aside>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** On a phone it goes on where the minutes end. */
function Aside({ children }: { readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <p className="inline before:content-['_·_'] sm:col-start-2 sm:row-start-1 sm:before:content-none">
      {children}
    </p>
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
      className={classes(
        look,
        "inline-block py-0.5 wrap-anywhere underline-offset-4 hover:underline",
      )}
    >
      {step.title}
    </Link>
  );
}
