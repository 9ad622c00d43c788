import type { ReactNode } from "react";
import { RarerSheet } from "./rarer-sheet";

interface WordingProps {
  /** Where it is said: "On the phone". */
  readonly title?: string;
  readonly children: ReactNode;
}

interface PartProps {
  readonly children: ReactNode;
}

/** One sentence twice: as it is often said and as it could be, with the reason under both. */
export function Wording({ title, children }: WordingProps) {
  return (
    <section aria-label={title ? `Wording: ${title}` : "Wording"} className="plate wording">
      <RarerSheet />
      {title ? <p className="wording-title">{title}</p> : null}
      {children}
    </section>
  );
}

export function Before({ children }: PartProps) {
  return (
    <div className="wording-part">
      <p className="wording-label">Often said</p>
      <div className="wording-before prose-short">{children}</div>
    </div>
  );
}

export function After({ children }: PartProps) {
  return (
    <div className="wording-part">
      <p className="wording-label">Better</p>
      <div className="wording-after prose-short">{children}</div>
    </div>
  );
}
