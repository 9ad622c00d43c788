import { dateInWords, dayInWords } from "~/core/calendar/date-words";

interface DateTextProps {
  /** An instant, ISO 8601; or a calendar date alone, `2026-11-21`. */
  readonly value: string;
  /** The IANA zone to tell an instant in; a date alone has none. */
  readonly timeZone?: string;
  readonly withTime?: boolean;
  /** The day that it is, as a calendar date: in its year the year is left out. */
  readonly today?: string;
  readonly className?: string;
}

/** The same words on the server and in the browser: the zone is given, never the machine's. */
export function DateText(props: DateTextProps) {
  const { value, timeZone = "UTC", withTime = false, today, className } = props;
  const reader = { timeZone, withTime };
  return (
    <time dateTime={value} className={className} suppressHydrationWarning>
      {today === undefined ? dateInWords(value, reader) : dayInWords(value, today, reader)}
    </time>
  );
}
