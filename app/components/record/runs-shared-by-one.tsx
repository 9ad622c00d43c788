import { Link } from "@remix-run/react";
import { DateText } from "~/components/ui/date-text";
import { howItWent } from "~/core/scenario/outcome-words";
import type { SharedRun } from "~/core/scenario/shared-run";
import { paths } from "~/paths";

interface RunsSharedByOneProps {
  readonly runs: readonly SharedRun[];
  readonly timeZone: string;
  /** A civil date. */
  readonly today: string;
}

/** What one of a manager's people lets them see, each a way to its replay. */
export function RunsSharedByOne({ runs, timeZone, today }: RunsSharedByOneProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {runs.map(({ id, title, mode, outcome, sharedAt }) => (
        <li key={id} className="py-3">
          <Link
            to={paths.replay(id)}
            className="inline-block py-0.5 font-serif text-lg text-link underline underline-offset-4"
          >
            {title}
          </Link>
          <p className="text-sm text-ink-soft">
            {mode === "official" ? "Official run" : "Practice"},{" "}
            <DateText value={sharedAt} timeZone={timeZone} today={today} />. {howItWent(outcome)}.
          </p>
        </li>
      ))}
    </ul>
  );
}
