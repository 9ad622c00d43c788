import type { ReactNode } from "react";
import { Icon } from "~/components/ui/icon";
import { ProseText } from "~/components/ui/prose-text";
import type { Prose } from "~/core/prose/prose";

interface ToldProps {
  readonly right: boolean;
  /** In a word or two: "Your place: 3". */
  readonly verdict: ReactNode;
  readonly feedback: Prose;
}

/** What an answer brought to light about one part, under it. */
export function Told({ right, verdict, feedback }: ToldProps) {
  return (
    <div className="told">
      <span className={right ? "told-mark text-success" : "told-mark text-danger"}>
        <Icon name={right ? "check" : "cross"} className="size-4" />
      </span>
      <div className="min-w-0">
        <p className="font-medium">{verdict}</p>
        <ProseText prose={feedback} className="text-ink-soft" />
      </div>
    </div>
  );
}

/** For whoever hears the page: that the answer arrived, and how it went. */
export function verdictInWords(right: boolean): string {
  return right ? "Answered, and that is it." : "Answered. Not quite: read why below.";
}
