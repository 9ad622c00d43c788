import { Link } from "@remix-run/react";
import { stepKinds } from "~/components/course/step";
import { BehaviourTags } from "~/components/ui/tag";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";

interface OutlineStep {
  readonly kind: "lesson" | "scenario";
  readonly slug: string;
  readonly title: string;
  /** Null where the piece is not in use. */
  readonly minutes: number | null;
  readonly due: string | null;
}

interface StepsOutlineProps {
  readonly summary: string;
  readonly behaviours: readonly string[];
  readonly steps: readonly OutlineStep[];
  readonly settings: readonly { readonly term: string; readonly words: string }[];
}

/** A course or a path as it is written: its steps in their order, and what it sets for them. */
export function StepsOutline({ summary, behaviours, steps, settings }: StepsOutlineProps) {
  const minutes = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
  return (
    <>
      <p className="max-w-talk font-serif text-lg">{summary}</p>
      <div className="mt-4">
        <BehaviourTags behaviours={behaviours} label="What it trains" />
      </div>
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <section aria-labelledby="steps">
          <h2 id="steps" className="text-lg">
            {countInWords(steps.length, "step")}, {countInWords(minutes, "minute")} in all
          </h2>
          <ol className="mt-3 divide-y divide-line rounded-lg border border-line bg-sheet">
            {steps.map((step, index) => (
              <StepRow key={`${step.kind} ${step.slug}`} step={step} place={index + 1} />
            ))}
          </ol>
        </section>
        <section aria-labelledby="settings" className="rounded-lg bg-well p-5 sm:p-6">
          <h2 id="settings" className="text-lg">
            Settings
          </h2>
          <dl className="mt-4 space-y-4">
            {settings.map(({ term, words }) => (
              <div key={term}>
                <dt className="text-sm text-ink-soft">{term}</dt>
                <dd className="mt-0.5">{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </>
  );
}

function StepRow({ step, place }: { readonly step: OutlineStep; readonly place: number }) {
  const { kind, slug, title, minutes, due } = step;
  const takes = minutes === null ? "not in use" : countInWords(minutes, "minute");
  return (
    <li className="keep-together items-baseline justify-between gap-x-6 px-4 py-2.5 sm:flex sm:flex-wrap sm:px-5">
      <p className="font-serif text-lg">
        {place}.{" "}
        <Link
          to={kind === "lesson" ? paths.studioLesson(slug) : paths.studioScenario(slug)}
          className="wrap-anywhere text-link underline-offset-4 hover:underline"
        >
          {title}
        </Link>
      </p>
      <p className="text-sm text-ink-soft">
        {[stepKinds[kind].word, takes, ...(due === null ? [] : [due])].join(" · ")}
      </p>
    </li>
  );
}
