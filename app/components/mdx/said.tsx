import { Children, isValidElement, type ReactNode } from "react";
import { Icon } from "~/components/ui/icon";

/** The note to a line, or to a change of wording. */
export function Why({ children }: { readonly children: ReactNode }) {
  return <div className="why prose-short">{children}</div>;
}

interface SaidProps {
  readonly by: string;
  readonly children: ReactNode;
}

const learner = /^(you|me|i|du|ich|sie)$/i;

/** One turn of a dialogue. What the learner's own side says stands on their side of the page. */
export function Said({ by, children }: SaidProps) {
  const look = learner.test(by.trim()) ? "said said-own" : "said";
  const parts = Children.toArray(children);
  const isNote = (part: ReactNode) => isValidElement(part) && part.type === Why;
  const notes = parts.filter(isNote);
  const words = (
    <div className="said-words prose-short">{parts.filter((part) => !isNote(part))}</div>
  );
  if (notes.length === 0) {
    return (
      <div className={look}>
        <p className="said-by">{by}</p>
        {words}
      </div>
    );
  }
  return (
    <details className={`${look} said-noted`}>
      <summary>
        <span className="said-by">
          {by}
          <span className="sr-only">: </span>
        </span>
        <div>
          {words}{" "}
          <span className="said-mark">
            Why
            <Icon name="chevron-down" className="size-3.5" />
          </span>
        </div>
      </summary>
      {notes}
    </details>
  );
}
