interface DateTextProps {
  /** An instant, ISO 8601; or a calendar date alone, `2026-11-21`. */
  readonly value: string;
  /** The IANA zone to tell an instant in; a date alone has none. */
  readonly timeZone?: string;
  readonly withTime?: boolean;
  readonly className?: string;
}

const dateParts = { day: "numeric", month: "short", year: "numeric" } as const;
const timeParts = { hour: "2-digit", minute: "2-digit" } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than a page has to spend; there are only as many as time zones. */
function formatFor(timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const name = `${timeZone} ${String(withTime)}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const parts = { ...dateParts, ...(withTime ? timeParts : {}), timeZone };
  const format = new Intl.DateTimeFormat("en-GB", parts);
  formats.set(name, format);
  return format;
}

/** The same words on the server and in the browser: the zone is given, never the machine's. */
export function DateText({ value, timeZone = "UTC", withTime = false, className }: DateTextProps) {
  const format = formatFor(value.length > 10 ? timeZone : "UTC", withTime);
  return (
    <time dateTime={value} className={className} suppressHydrationWarning>
      {format.format(new Date(value))}
    </time>
  );
}
