import { DateText } from "~/components/ui/date-text";
import { Icon } from "~/components/ui/icon";
import { Tag } from "~/components/ui/tag";
import { outcomeInWords, underWay } from "~/core/scenario/outcome-words";
import type { ReplayedMoment, ReplayedRun } from "~/core/scenario/replayed-run";
import { ModeTag } from "./mode-tag";
import { timeInWords } from "./time-text";

interface ReplayFactsProps extends Omit<ReplayedRun, "attemptId" | "title" | "rewind"> {
  /** When it began and ended can be left to another page. */
  readonly withoutDates?: boolean;
}

/** What kind of run it was, and when. */
export function ReplayFacts(props: ReplayFactsProps) {
  const { mode, shared, time, timeZone, startedAt, endedAt, result, withoutDates = false } = props;
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-soft">
      <ModeTag mode={mode} shared={shared} />
      {result === null ? null : (
        <Tag look={result.passed ? "success" : "warning"} icon={result.passed ? "check" : "retry"}>
          {outcomeInWords[result.passed ? "passed" : "failed"]}
        </Tag>
      )}
      {time === null ? null : <span>{timeInWords[time]}</span>}
      {withoutDates ? null : (
        <span>
          Began <DateText value={startedAt} timeZone={timeZone} withTime />
        </span>
      )}
      {endedAt === null ? <span>{underWay}</span> : null}
      {endedAt === null || withoutDates ? null : (
        <span>
          Ended <DateText value={endedAt} timeZone={timeZone} withTime />
        </span>
      )}
    </p>
  );
}

function duration(seconds: number): string {
  if (seconds < 1) return "at once";
  if (seconds < 60) return `after ${seconds} s`;
  if (seconds < 3600) return `after ${Math.round(seconds / 60)} min`;
  return "after more than an hour";
}

interface TimeTakenProps extends Pick<ReplayedMoment, "at" | "seconds"> {
  readonly timeZone: string;
}

/** When a moment was answered, and how long it took. */
export function TimeTaken({ at, seconds, timeZone }: TimeTakenProps) {
  return (
    <span className="inline-flex items-center gap-1.5 font-sans text-sm font-normal text-ink-soft">
      <Icon name="clock" className="size-4" />
      <span>
        Answered {duration(seconds)}, <DateText value={at} timeZone={timeZone} withTime />
      </span>
    </span>
  );
}
