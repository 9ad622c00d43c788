import { useMemo } from "react";
import type { LessonProblem } from "~/components/lesson/lesson-state";
import { ErrorSummary, type FieldProblem } from "~/components/ui/error-summary";

/** The place in the page of the form that came back: `check:first-words` is `check-first-words`. */
function anchorOf(form: string, anchors: readonly string[]): string | null {
  const anchor = form.replace(":", "-");
  return anchors.includes(anchor) ? anchor : null;
}

function problemsOf(
  { form, message, fields = [] }: LessonProblem,
  anchors: readonly string[],
): readonly FieldProblem[] {
  const fieldId = anchorOf(form, anchors);
  const messages = fields.length > 0 ? fields.map(({ sentence }) => sentence) : [message];
  return messages.map((sentence) => ({ fieldId, message: sentence }));
}

interface LessonProblemSummaryProps {
  /** The same object for as long as the page shows the same answer. */
  readonly problem: LessonProblem;
  /** The forms that the page has: the same list, too. */
  readonly anchors: readonly string[];
}

/** At the top of a lesson that came back: what was not kept, with the way to its form. */
export function LessonProblemSummary({ problem, anchors }: LessonProblemSummaryProps) {
  // The lesson renders again whenever something is on its way: only another answer takes the focus.
  const problems = useMemo(() => problemsOf(problem, anchors), [problem, anchors]);
  return <ErrorSummary title="Not saved yet" problems={problems} />;
}
