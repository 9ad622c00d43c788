import { Icon } from "~/components/ui/icon";
import { Status } from "~/components/ui/status";
import { countInWords } from "~/core/prose/in-words";

interface MomentClockProps {
  /** Seconds that the moment gives. */
  readonly seconds: number;
  /** Whole seconds that are left. */
  readonly left: number;
  readonly isOver: boolean;
  /** On a detour it is the clock of the moment that waits. */
  readonly isElsewhere: boolean;
}

/** How much time there is for an answer: in words, and a line that grows shorter without a hurry. */
export function MomentClock({ seconds, left, isOver, isElsewhere }: MomentClockProps) {
  const share = Math.round((Math.min(left, seconds) / seconds) * 100);
  return (
    <div className="moment-clock">
      <p className="flex items-center gap-2">
        <Icon name="clock" className="size-4.5" />
        {isOver ? (
          <span>{isElsewhere ? "Time is up, and they wait." : "Time is up. You can answer."}</span>
        ) : (
          <span role="timer">
            <span className="even-figures">{inMinutes(left)}</span>
            {isElsewhere ? " until they want an answer" : " to answer"}
          </span>
        )}
      </p>
      <svg aria-hidden="true" width="100%" height="4" className="moment-clock-line">
        <rect width={`${String(share)}%`} height="100%" className="fill-accent" />
      </svg>
      <Status className="sr-only">{isOver ? "Time is up." : announced(left, seconds)}</Status>
    </div>
  );
}

function inMinutes(seconds: number): string {
  if (seconds <= 90) return countInWords(seconds, "second");
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")} minutes`;
}

const LAST_SECONDS = 10;

/** Said aloud at the beginning, at half of the time and near its end; never each second. */
function announced(left: number, seconds: number): string {
  const marks = [seconds / 2, LAST_SECONDS].filter((mark) => mark >= LAST_SECONDS);
  const passed = seconds >= 2 * LAST_SECONDS ? marks.filter((mark) => left <= mark) : [];
  const mark = passed.length === 0 ? seconds : Math.min(...passed);
  return `${inMinutes(Math.round(mark))} to answer.`;
}
