import { Notice } from "~/components/ui/notice";
import { ProseText } from "~/components/ui/prose-text";
import type { Prose } from "~/core/prose/prose";
import type { Said } from "~/core/scenario/moment";
import { Conversation } from "./conversation";
import { ResultMoment, type ResultMomentProps } from "./result-moment";

export interface ReplayedMomentProps extends ResultMomentProps {
  readonly number: number;
  readonly kind: "choice" | "reply" | "silence";
  /** What the answer before had led to. */
  readonly led: readonly Said[];
  readonly notSaid: readonly Prose[];
  /** ISO instant. */
  readonly at: string;
  readonly seconds: number;
  /** A practice went back behind it. */
  readonly left: boolean;
  /** The moment, by number, that was tried again here. */
  readonly again: number | null;
  readonly ending: ReplayedEnding | null;
}

export interface ReplayedEnding {
  readonly title: string;
  readonly felt: Prose;
  readonly tonight: Prose;
  readonly lines: readonly Said[];
}

/** A moment as it was: what was heard, what was answered, what else could have been, what came of it. */
export function ReplayedMoment(props: ReplayedMomentProps) {
  const { kind, led, heard, notSaid, left, again, number } = props;
  return (
    <div className={left ? "replay-left" : undefined}>
      <Remarks left={left} again={again} kind={kind} />
      <ResultMoment {...props} heard={heard.length === 0 ? led : heard} />
      <NotSaid number={number} choices={notSaid} />
    </div>
  );
}

function Remarks({ left, again, kind }: Pick<ReplayedMomentProps, "left" | "again" | "kind">) {
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

interface NotSaidProps {
  readonly number: number;
  readonly choices: readonly Prose[];
}

function NotSaid({ number, choices }: NotSaidProps) {
  if (choices.length === 0) return null;
  const id = `not-said-${String(number)}`;
  return (
    <section aria-labelledby={id} className="keep-together mt-4 sm:ps-16">
      <h3 id={id} className="font-sans text-sm font-medium tracking-normal text-ink-soft">
        What else could have been said
      </h3>
      <ul className="mt-2 space-y-2 text-ink-soft">
        {choices.map((text, at) => (
          <li key={at} className="rounded-md border border-dashed border-line-strong px-4 py-2.5">
            <ProseText prose={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How it ended, and what was felt and told. */
export function ReplayedEnd({ title, felt, tonight, lines }: ReplayedEnding) {
  return (
    <section aria-labelledby="ended" className="mt-10">
      <h2 id="ended" className="mb-4 text-xl">
        {title}
      </h2>
      <Conversation turns={lines} label="How it ended" />
      <dl className="result-person">
        <div className="flex-1 basis-56">
          <dt className="text-sm font-medium text-ink-soft">What they felt</dt>
          <dd>
            <ProseText prose={felt} className="mt-1 font-serif text-lg" />
          </dd>
        </div>
        <div className="flex-1 basis-56">
          <dt className="text-sm font-medium text-ink-soft">
            What they tell their friends tonight
          </dt>
          <dd>
            <ProseText prose={tonight} className="tonight" />
          </dd>
        </div>
      </dl>
    </section>
  );
}
