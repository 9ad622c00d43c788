import type { LessonProblem } from "~/components/lesson/lesson-state";
import { ErrorSummary } from "~/components/ui/error-summary";

/** The place in the page of the form that came back: `check:first-words` is `check-first-words`. */
function anchorOf(form: string, anchors: readonly string[]): string | null {
  const anchor = form.replace(":", "-");
  return anchors.includes(anchor) ? anchor : null;
}

interface LessonProblemSummaryProps {
  readonly problem: LessonProblem;
  /** The forms that the page has. */
  readonly anchors: readonly string[];
}

/** At the top of a lesson that came back: what was not kept, with the way to its form. */
export function LessonProblemSummary({ problem, anchors }: LessonProblemSummaryProps) {
  const fieldId = anchorOf(problem.form, anchors);
  const fields = problem.fields ?? [];
  const messages = fields.length > 0 ? fields.map(({ sentence }) => sentence) : [problem.message];
  return (
    <ErrorSummary
      title="Not saved yet"
      problems={messages.map((message) => ({ fieldId, message }))}
    />
  );
}
