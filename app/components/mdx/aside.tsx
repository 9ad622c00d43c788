import type { ReactNode } from "react";
import { WholeWords } from "~/components/ui/whole-words";

interface AsideProps {
  readonly title?: string;
  readonly children: ReactNode;
}

/** Beside the main line: a question that some readers have. */
export function Aside({ title, children }: AsideProps) {
  return (
    <aside aria-label={title} className="lesson-aside">
      {title ? (
        <p className="mb-1.5 font-medium">
          <WholeWords text={title} />
        </p>
      ) : null}
      <div className="prose-short">{children}</div>
    </aside>
  );
}
