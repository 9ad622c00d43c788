import { LinkButton } from "~/components/shell/link-button";
import { Card } from "~/components/ui/card";
import { Icon } from "~/components/ui/icon";
import { stepAddress, stepKinds, type Step } from "./step";

interface NextStepCardProps {
  readonly step: Step;
  /** "Your next step", or "Your first step". */
  readonly kicker: string;
  /** When it is due, in words; nothing where it has no date. */
  readonly due?: string | undefined;
}

/** The one thing to do next, larger than anything else on the page. */
export function NextStepCard({ step, kicker, due }: NextStepCardProps) {
  const { word, icon, begin } = stepKinds[step.kind];
  return (
    <Card as="section" prominent labelledBy="next-step">
      <p className="font-medium text-ink-soft">{kicker}</p>
      <h2 id="next-step" className="mt-2 text-3xl">
        {step.title}
      </h2>
      <p className="mt-3 max-w-measure font-serif text-lg text-ink-soft">{step.summary}</p>
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
        <span className="inline-flex items-center gap-1.5">
          <Icon name={icon} className="size-4.5" />
          {word}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Icon name="clock" className="size-4.5" />
          {step.minutes} minutes
        </span>
        {due === undefined ? null : (
          <span className="inline-flex items-center gap-1.5">
            <Icon name="calendar" className="size-4.5" />
            {due}
          </span>
        )}
      </p>
      <p className="mt-6">
        <LinkButton to={stepAddress(step)} onwards>
          {begin}
        </LinkButton>
      </p>
    </Card>
  );
}
