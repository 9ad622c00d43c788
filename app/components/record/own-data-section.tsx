import type { ReactNode } from "react";

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** What to say where there is nothing of it. */
  readonly none?: string | false;
  readonly children: ReactNode;
}

/** One part of a person's own data; where there is nothing of it, it says so. */
export function OwnDataSection({ id, title, none = false, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-4 border-b border-line-strong pb-2 text-xl">
        {title}
      </h2>
      {none === false ? children : <p className="text-ink-soft">{none}</p>}
    </section>
  );
}
