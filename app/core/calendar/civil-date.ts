/**
 * Civil dates: days on a wall calendar, with no hour and no zone. Due dates are civil, so that a
 * change of the clocks or a journey never moves them by a day.
 */

/** `YYYY-MM-DD`. */
export type CivilDate = string;

const dayInMilliseconds = 86_400_000;
const shape = /^\d{4}-\d{2}-\d{2}$/;

function dayNumber(date: CivilDate): number {
  if (!shape.test(date)) throw new RangeError(`Not a civil date: ${date}`);
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8)].map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / dayInMilliseconds;
}

/** Four digits tell the year (and `Date.UTC` takes those below 100 for others): what lies beyond is the last such day, or the first. */
const firstDay = dayNumber("0100-01-01");
const lastDay = dayNumber("9999-12-31");

function fromDayNumber(days: number): CivilDate {
  const told = Math.min(Math.max(days, firstDay), lastDay);
  return new Date(told * dayInMilliseconds).toISOString().slice(0, 10);
}

export function isCivilDate(text: string): boolean {
  return shape.test(text) && fromDayNumber(dayNumber(text)) === text;
}

/** The day so many days later, or earlier; never beyond the last day that can be written, nor before the first. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** How many days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  const fields = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en-CA", { timeZone, ...fields });
  } catch {
    // A zone that this machine does not know must not take the person's pages away.
    return new Intl.DateTimeFormat("en-CA", { timeZone: "UTC", ...fields });
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

/** The day it is, at an instant, where the person is; of an instant beyond all civil dates the nearest. */
export function civilDateAt(instant: Date, timeZone: string): CivilDate {
  const days = instant.getTime() / dayInMilliseconds;
  // No zone is a whole day from UTC.
  if (days < firstDay + 1 || days > lastDay) return fromDayNumber(days);
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

const hour = 3_600_000;

/** The instant at which a day begins where the person is; where midnight is skipped, the next there is. */
export function startOfDay(date: CivilDate, timeZone: string): Date {
  const midnight = dayNumber(date) * dayInMilliseconds;
  // No zone is further from UTC than this. Days only follow one another, so halving finds it.
  let before = midnight - 15 * hour;
  let from = midnight + 15 * hour;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (civilDateAt(new Date(middle), timeZone) < date) before = middle;
    else from = middle;
  }
  return new Date(from);
}
