import type { ReactNode } from "react";

interface AsideProps {
  readonly title?: string;
  readonly children: ReactNode;
}

/** Beside the main line: a question that some readers have. */
export function Aside({ title, children }: AsideProps) {
  return (
    <aside aria-label={title} className="lesson-aside">
      {title ? <p className="mb-1.5 font-medium">{title}</p> : null}
      <div className="prose-short">{children}</div>
    </aside>
  );
}
