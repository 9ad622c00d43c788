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

/** The same words on the server and in the browser: the zone is given, never the machine's. */
export function DateText({ value, timeZone = "UTC", withTime, className }: DateTextProps) {
  const format = new Intl.DateTimeFormat("en-GB", {
    ...dateParts,
    ...(withTime === true ? timeParts : {}),
    timeZone: value.length > 10 ? timeZone : "UTC",
  });
  return (
    <time dateTime={value} className={className} suppressHydrationWarning>
      {format.format(new Date(value))}
    </time>
  );
}
