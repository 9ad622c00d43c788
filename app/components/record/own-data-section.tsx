import type { ReactNode } from "react";

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** What to say where there is nothing. */
  readonly none: string;
  readonly many: number;
  readonly children: ReactNode;
}

/** One part of a person's own data; where there is nothing, it says so. */
export function OwnDataSection({ id, title, none, many, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-4 border-b border-line-strong pb-2 text-xl">
        {title}
      </h2>
      {many === 0 ? <p className="text-ink-soft">{none}</p> : children}
    </section>
  );
}
