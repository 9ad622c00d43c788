import type { ReactNode } from "react";
import { countInWords } from "~/core/prose/in-words";
import { Portrait } from "~/components/scenario/portrait";
import { LinkButton } from "~/components/shell/link-button";
import { Card } from "~/components/ui/card";
import { Icon } from "~/components/ui/icon";

interface NextStepProps {
  /** Above the title: "Step 3 of 8 of Your first two weeks". */
  readonly place: ReactNode;
  readonly title: string;
  readonly summary: string;
  readonly kind: "lesson" | "scenario";
  readonly minutes: number;
  readonly to: string;
  /** What the button says: "Begin", "Go on where you were". */
  readonly invitation: string;
  /** When it is due, or by how much it is late. */
  readonly due?: ReactNode;
  /** Whom a role-play is with. */
  readonly person?: { readonly id: string; readonly name: string } | null;
}

/** The one thing to do next, with the bookmark in it. */
export function NextStep(props: NextStepProps) {
  const { place, title, summary, kind, minutes, to, invitation, due, person } = props;
  return (
    <Card as="section" prominent labelledBy="next-step">
      <div className="flex flex-wrap items-center gap-x-7 gap-y-5">
        {person ? (
          <Portrait person={person.id} mood="neutral" className="size-20 sm:size-28" />
        ) : null}
        <div className="min-w-0 flex-1 basis-64">
          <p className="text-sm text-ink-soft">{place}</p>
          <h2 id="next-step" className="mt-1 text-2xl">
            {title}
          </h2>
          <p className="mt-2 max-w-measure font-serif text-lg text-ink-soft">{summary}</p>
          <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-1.5 text-sm text-ink-soft">
            <span className="inline-flex items-center gap-1.5">
              <Icon name={kind === "lesson" ? "book" : "speech"} className="size-4.5" />
              {kind === "lesson" ? "Lesson" : "Role-play"}, {countInWords(minutes, "minute")}
            </span>
            {due ? (
              <span className="inline-flex gap-1.5">
                <Icon name="calendar" className="mt-[0.1em] size-4.5" />
                {due}
              </span>
            ) : null}
          </p>
          <p className="mt-5">
            <LinkButton to={to} onwards>
              {invitation}
            </LinkButton>
          </p>
        </div>
      </div>
    </Card>
  );
}
