/** Lengths of time as people write them: "24 hours", "3 days", "12 months". */
import { addDays, civilDateAt, type CivilDate } from "./civil-date";

export const durationUnits = ["hour", "day", "week", "month", "year"] as const;
type DurationUnit = (typeof durationUnits)[number];

export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** null where it is not a whole number and a unit. */
export function parseDuration(text: string): Duration | null {
  const [, digits, word] = /^(\d{1,4}) ([a-z]+?)s?$/.exec(text.trim()) ?? [];
  const unit = durationUnits.find((one) => one === word);
  const amount = Number(digits);
  return unit === undefined || amount < 1 ? null : { amount, unit };
}

export function durationInWords({ amount, unit }: Duration): string {
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

const hoursIn = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24, year: 365 * 24 } as const;

/** In milliseconds; a month is 30 days here, a year 365. */
export function milliseconds({ amount, unit }: Duration): number {
  return amount * hoursIn[unit] * 3_600_000;
}

/** The day so many months later; its last day where that month is shorter. */
function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return civilDateAt(first, "UTC");
}

/** The civil date after that long, by the calendar: months and years keep the day. */
export function addDuration(date: CivilDate, { amount, unit }: Duration): CivilDate {
  switch (unit) {
    case "hour":
      return addDays(date, Math.ceil(amount / 24));
    case "day":
      return addDays(date, amount);
    case "week":
      return addDays(date, 7 * amount);
    case "month":
      return addMonths(date, amount);
    case "year":
      return addMonths(date, 12 * amount);
  }
}
