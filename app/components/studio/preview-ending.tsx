import { EndingPerson } from "~/components/scenario/ending-person";
import { Tag } from "~/components/ui/tag";
import type { MainPerson } from "~/core/scenario/main-person";
import type { EndingReached } from "~/core/scenario/moment";

interface PreviewEndingProps {
  readonly ending: EndingReached;
  /** Whom it was about. */
  readonly person: MainPerson | null;
  /** By the pass rule and the ending together. */
  readonly passes: boolean;
}

/** How a play ends: what they felt, what they tell tonight, and whether it would count. */
export function PreviewEnding({ ending, person, passes }: PreviewEndingProps) {
  const { title, outcome, felt, tonight } = ending;
  return (
    <section aria-labelledby="ending" className="space-y-4">
      <h2 id="ending" className="text-xl">
        {title}
      </h2>
      <p className="flex flex-wrap gap-2">
        <Tag look={outcome === "passed" ? "success" : "warning"}>Ending: {outcome}</Tag>
        <Tag look={passes ? "success" : "warning"} icon={passes ? "check" : "retry"}>
          {passes ? "An official run would be complete" : "An official run would not be complete"}
        </Tag>
      </p>
      <EndingPerson person={person} felt={felt} tonight={tonight} heading="h3" />
    </section>
  );
}
