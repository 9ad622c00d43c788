import { useState } from "react";
import { ErrorSummary } from "~/components/ui/error-summary";

interface ReturnedProblemsProps {
  readonly form: {
    readonly id: string;
    readonly allErrors: Readonly<Record<string, readonly string[]>>;
  };
}

/**
 * Above a long form that came back as a new page: what to mend, each a press away. Where the page
 * stayed, Conform has already moved to the first field that is wrong.
 */
export function ReturnedProblems({ form }: ReturnedProblemsProps) {
  // As the page came: a later look at the form must not take the focus out of a field.
  const [problems] = useState(() =>
    Object.entries(form.allErrors).flatMap(([name, messages]) =>
      messages.map((message) => ({ fieldId: name === "" ? null : `${form.id}-${name}`, message })),
    ),
  );
  return <ErrorSummary problems={problems} />;
}
