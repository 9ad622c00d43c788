import { dateInWords } from "~/core/calendar/date-words";

interface DateTextProps {
  /** An instant, ISO 8601; or a calendar date alone, `2026-11-21`. */
  readonly value: string;
  /** The IANA zone to tell an instant in; a date alone has none. */
  readonly timeZone?: string;
  readonly withTime?: boolean;
  readonly className?: string;
}

/** The same words on the server and in the browser: the zone is given, never the machine's. */
export function DateText({ value, timeZone = "UTC", withTime = false, className }: DateTextProps) {
  return (
    <time dateTime={value} className={className} suppressHydrationWarning>
      {dateInWords(value, { timeZone, withTime })}
    </time>
  );
}
