import { useEffect, useRef } from "react";
import { Icon } from "./icon";

export interface FieldProblem {
  /** The id of the field; null where the problem is the form's. */
  readonly fieldId: string | null;
  readonly message: string;
}

interface ErrorSummaryProps {
  /** Another list is another answer, and takes the focus: the same one must stay the same object. */
  readonly problems: readonly FieldProblem[];
  /** Where it may be nothing that the reader could mend. */
  readonly title?: string;
}

/** What to mend, at the top of a form that came back; takes the focus so that it is read first. */
export function ErrorSummary({ problems, title }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md border border-danger bg-danger-ground px-5 py-4"
    >
      <h2 className="flex items-center gap-2 text-lg text-danger">
        <Icon name="danger" />
        {title ??
          (problems.length === 1 ? "One thing to mend" : `${problems.length} things to mend`)}
      </h2>
      <ul className="mt-2 space-y-1">
        {problems.map(({ fieldId, message }) => (
          <li key={`${fieldId ?? ""} ${message}`}>
            {fieldId ? (
              <a href={`#${fieldId}`} className="inline-block py-0.5 text-link underline">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
