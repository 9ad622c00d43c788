import { ProseText } from "~/components/ui/prose-text";
import { Tag } from "~/components/ui/tag";
import type { EndingReached } from "~/core/scenario/moment";

interface PreviewEndingProps {
  readonly ending: EndingReached;
  /** By the pass rule and the ending together. */
  readonly passes: boolean;
}

/** How a play ends: what they felt, what they tell tonight, and whether it would count. */
export function PreviewEnding({ ending, passes }: PreviewEndingProps) {
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
      <div>
        <h3 className="font-sans text-sm font-medium text-ink-soft">What they felt</h3>
        <ProseText prose={felt} className="mt-1 font-serif text-lg" />
      </div>
      <div>
        <h3 className="font-sans text-sm font-medium text-ink-soft">
          What they tell their friends tonight
        </h3>
        <ProseText prose={tonight} className="mt-1 font-serif text-lg" />
      </div>
    </section>
  );
}
