/** Days and instants as people read them, the same on a page, in a sentence and in a file. */

import type { CivilDate } from "./civil-date";

const dateParts = { day: "numeric", month: "short", year: "numeric" } as const;
const timeParts = { hour: "2-digit", minute: "2-digit" } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** As people here read dates; in UTC where the zone is none. */
export function dateFormat(
  parts: Intl.DateTimeFormatOptions,
  timeZone: string,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone });
  } catch {
    // A zone that this machine does not know must not take the person's pages away.
    return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" });
  }
}

/** Making a format costs more than a page has to spend; there are only as many as time zones. */
function formatFor(timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const name = `${timeZone} ${String(withTime)}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const format = dateFormat({ ...dateParts, ...(withTime ? timeParts : {}) }, timeZone);
  formats.set(name, format);
  return format;
}

interface Reader {
  /** The IANA zone to tell an instant in; a date alone has none. */
  readonly timeZone?: string;
  readonly withTime?: boolean;
}

/** "1 Dec 2026" or "1 Dec 2026, 14:30", from an ISO instant or a civil date (`2026-12-01`). */
export function dateInWords(
  value: string,
  { timeZone = "UTC", withTime = false }: Reader = {},
): string {
  const isDate = value.length <= 10;
  return formatFor(isDate ? "UTC" : timeZone, withTime && !isDate).format(new Date(value));
}

/** The same without the year where it is that of `today`, a civil date: "1 Dec", "1 Dec, 14:30". */
export function dayInWords(value: string, today: CivilDate, reader: Reader = {}): string {
  return dateInWords(value, reader).replace(` ${today.slice(0, 4)}`, "");
}
