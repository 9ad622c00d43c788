import { Link } from "@remix-run/react";
import { DateText } from "~/components/ui/date-text";
import { timeInWords } from "~/components/scenario/time-text";
import { runsByRolePlay, type OwnAttempt } from "~/core/practice/own-runs";
import { countInWords } from "~/core/prose/in-words";
import { howItWent, outcomeInWords } from "~/core/scenario/outcome-words";
import { paths } from "~/paths";

interface LastRunResult {
  readonly slug: string;
  readonly title: string;
  readonly result: "passed" | "failed";
}

/** Where a course says that the last official run counts, and not the best. */
export function ResultsByLast({ results }: { readonly results: readonly LastRunResult[] }) {
  if (results.length === 0) return null;
  return (
    <ul className="mb-4 space-y-1">
      {results.map(({ slug, title, result }) => (
        <li key={slug}>
          “{title}”: your last official run is the result. {outcomeInWords[result]}
          {result === "passed" ? "." : "; what is on your record stays there."}
        </li>
      ))}
    </ul>
  );
}

/** More of one role-play are behind a line of their own. */
const mostRuns = 3;

interface OwnAttemptsProps {
  readonly attempts: readonly OwnAttempt[];
  /** How many there are beyond these, by role-play. */
  readonly older: Readonly<Record<string, number>>;
  /** A civil date. */
  readonly today: string;
}

/** The latest runs of each role-play, practice too: only the person sees this list. */
export function OwnAttempts({ attempts, older, today }: OwnAttemptsProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {runsByRolePlay(attempts).map(({ slug, title, runs }) => (
        <li key={slug} className="keep-together gap-x-6 py-3 sm:grid sm:grid-cols-2 print:block">
          <h3 className="text-lg">{title}</h3>
          <div>
            <Runs runs={runs.slice(0, mostRuns)} today={today} />
            {runs.length <= mostRuns ? null : (
              <details>
                <summary className="inline-flex min-h-11 items-center text-sm text-link underline underline-offset-4">
                  {countInWords(runs.length - mostRuns + (older[slug] ?? 0), "earlier run")}
                  <span className="sr-only"> of {title}</span>
                </summary>
                <Runs runs={runs.slice(mostRuns)} today={today} />
                <StillOlder many={older[slug] ?? 0} />
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function StillOlder({ many }: { readonly many: number }) {
  if (many === 0) return null;
  return (
    <p className="py-1 text-sm text-ink-soft">
      {countInWords(many, "older run is", "older runs are")} among{" "}
      <Link to={paths.meData()} className="text-link underline underline-offset-4">
        all your data
      </Link>
      .
    </p>
  );
}

function Runs({ runs, today }: { readonly runs: readonly OwnAttempt[]; readonly today: string }) {
  return (
    <ul>
      {runs.map((run) => (
        <li key={run.id} className="py-1 text-sm text-ink-soft">
          <span className="flex flex-wrap justify-between gap-x-4">
            <Link
              to={run.ended ? paths.replay(run.id) : paths.attempt(run.id)}
              className="inline-block py-0.5 text-link underline underline-offset-4"
            >
              {run.mode === "official" ? "Official run" : "Practice"}
              <span className="sr-only"> of {run.title},</span>{" "}
              <DateText value={run.startedAt} timeZone={run.timeZone} today={today} withTime />
            </Link>
            <span className="py-0.5 text-ink">
              {howItWent(run.ended ? (run.outcome ?? "failed") : null)}
            </span>
          </span>
          {run.time === null ? null : timeInWords[run.time]}
        </li>
      ))}
    </ul>
  );
}
