import type { ReactNode } from "react";
import { Icon } from "~/components/ui/icon";
import { RarerSheet } from "./rarer-sheet";

interface TranscriptProps {
  readonly title?: string;
  readonly children: ReactNode;
}

/** A talk to read line by line: a line with a note opens to say why it works. */
export function Transcript({ title, children }: TranscriptProps) {
  return (
    <section aria-label={title ?? "A talk, line by line"} className="plate transcript">
      <RarerSheet />
      <p className="flex items-center gap-2 text-sm font-medium text-ink-soft">
        <Icon name="speech" className="size-5" />
        Line by line
      </p>
      {title ? <p className="mt-0.5 font-serif text-xl">{title}</p> : null}
      <p className="screen-only mt-1 text-sm text-ink-soft">
        Choose a marked line to see why it works.
      </p>
      <div className="mt-4">{children}</div>
    </section>
  );
}
