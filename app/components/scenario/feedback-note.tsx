import { Icon } from "~/components/ui/icon";
import { ProseText } from "~/components/ui/prose-text";
import type { Prose } from "~/core/prose/prose";

/** Why it went as it did, and what to try: a note in the margin, after the consequence. */
export function FeedbackNote({ feedback }: { readonly feedback: readonly Prose[] }) {
  if (feedback.length === 0) return null;
  return (
    <div
      role="note"
      aria-label="A note on what you said"
      className="edged mt-6 flex not-last:mb-6 gap-3 rounded-md bg-accent-soft px-4 py-3.5 sm:ms-16"
    >
      <Icon name="pencil" className="mt-0.5 size-5" />
      <div className="min-w-0 space-y-2">
        {feedback.map((text, at) => (
          <ProseText key={at} prose={text} />
        ))}
      </div>
    </div>
  );
}
