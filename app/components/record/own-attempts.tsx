import { Link } from "@remix-run/react";
import { DateText } from "~/components/ui/date-text";
import { Table } from "~/components/ui/table";
import { timeInWords } from "~/components/scenario/time-text";
import type { TimeSetting } from "~/core/scenario/attempt-event";
import { outcomeInWords } from "~/core/scenario/outcome-words";
import { paths } from "~/paths";

export interface OwnAttempt {
  readonly id: string;
  readonly title: string;
  readonly mode: "practice" | "official";
  readonly ended: boolean;
  readonly outcome: "passed" | "failed" | null;
  /** How its timed moments were treated; null where it had none. */
  readonly time: TimeSetting | null;
  readonly startedAt: string;
  readonly timeZone: string;
}

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

function stateInWords({ ended, outcome }: OwnAttempt): string {
  if (!ended) return "Going on";
  return outcomeInWords[outcome ?? "failed"];
}

/** Every run, practice too: only the person sees this list. */
export function OwnAttempts({ attempts }: { readonly attempts: readonly OwnAttempt[] }) {
  return (
    <Table
      caption="Role-plays I played, newest first"
      hideCaption
      rows={attempts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          heading: "Role-play",
          rowHeading: true,
          cell: ({ id, title, ended }) => (
            <Link
              to={ended ? paths.replay(id) : paths.attempt(id)}
              className="text-link underline underline-offset-4"
            >
              {title}
            </Link>
          ),
        },
        {
          key: "mode",
          heading: "Kind",
          cell: ({ mode, time }) => (
            <>
              {mode === "official" ? "Official run" : "Practice"}
              {time === null ? null : (
                <span className="block text-sm text-ink-soft">{timeInWords[time]}</span>
              )}
            </>
          ),
        },
        {
          key: "started",
          heading: "Begun",
          cell: ({ startedAt, timeZone }) => (
            <DateText value={startedAt} timeZone={timeZone} withTime />
          ),
        },
        { key: "state", heading: "How it went", cell: stateInWords },
      ]}
    />
  );
}
