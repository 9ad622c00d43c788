import type { ReactNode } from "react";
import { Notice } from "~/components/ui/notice";
import { ProseText } from "~/components/ui/prose-text";
import type { Prose } from "~/core/prose/prose";
import type { ReplayedEnding, ReplayedMoment as Replayed } from "~/core/scenario/replayed-run";
import { Conversation } from "./conversation";
import { EndingPerson } from "./ending-person";
import { ResultMoment } from "./result-moment";

interface ReplayedMomentProps {
  readonly moment: Replayed;
  /** Under the answer: a way back to it. */
  readonly wayBack: ReactNode;
  /** One level below the heading that names the moment. */
  readonly heading: "h2" | "h3";
}

/** A moment as it was: what was heard, what was answered, what else could have been, what came of it. */
export function ReplayedMoment({ moment, wayBack, heading }: ReplayedMomentProps) {
  const { kind, led, heard, notSaid, left, again, number } = moment;
  return (
    <div className={left ? "replay-left" : undefined}>
      <Remarks left={left} again={again} kind={kind} />
      <ResultMoment {...moment} heard={heard.length === 0 ? led : heard} wayBack={wayBack} />
      <NotSaid number={number} choices={notSaid} heading={heading} />
    </div>
  );
}

function Remarks({ left, again, kind }: Pick<Replayed, "left" | "again" | "kind">) {
  const remarks = [
    again === null ? null : `Here moment ${String(again)} was tried again.`,
    left ? "This way was left later on: it is kept, and counts for nothing." : null,
    kind === "silence" ? "Time ran out, and nothing was said." : null,
  ].filter((remark) => remark !== null);
  if (remarks.length === 0) return null;
  return (
    <div className="mb-3">
      <Notice meaning="info" title={remarks.join(" ")} />
    </div>
  );
}

interface NotSaidProps extends Pick<ReplayedMomentProps, "heading"> {
  readonly number: number;
  readonly choices: readonly Prose[];
}

function NotSaid({ number, choices, heading: Heading }: NotSaidProps) {
  if (choices.length === 0) return null;
  const id = `not-said-${String(number)}`;
  return (
    <div className="keep-together mt-4 sm:ps-16">
      <Heading id={id} className="font-sans text-sm font-medium tracking-normal text-ink-soft">
        What else could have been said
      </Heading>
      <ul aria-labelledby={id} className="mt-2 space-y-2 text-ink-soft">
        {choices.map((text, at) => (
          <li key={at} className="rounded-md border border-dashed border-line-strong px-4 py-2.5">
            <ProseText prose={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How it ended, and what was felt and told. */
export function ReplayedEnd({ title, lines, ...told }: ReplayedEnding) {
  return (
    <section aria-labelledby="ended" className="mt-10">
      <h2 id="ended" className="mb-4 text-xl">
        {title}
      </h2>
      <Conversation turns={lines} label="How it ended" />
      <EndingPerson {...told} heading="h3" />
    </section>
  );
}
