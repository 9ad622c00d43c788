import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import {
  addDays,
  civilDateAt,
  daysBetween,
  isCivilDate,
  startOfDay,
} from "~/core/calendar/civil-date";

const zones = [
  "UTC",
  "Europe/Lisbon",
  "America/New_York",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
];
const anyInstant = fc.date({
  min: new Date("1990-01-01T00:00:00Z"),
  max: new Date("2090-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const anyDate = anyInstant.map((instant) => instant.toISOString().slice(0, 10));

test("adding days and counting them back agree, over every change of the clocks", () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
      expect(isCivilDate(addDays(date, days))).toBe(true);
    }),
  );
});

test("no number of days and no instant leads out of the civil dates", () => {
  const far = fc.date({ noInvalidDate: true });
  fc.assert(
    fc.property(anyDate, fc.integer(), far, fc.constantFrom(...zones), (date, days, at, zone) => {
      expect(isCivilDate(addDays(date, days))).toBe(true);
      expect(isCivilDate(civilDateAt(at, zone))).toBe(true);
    }),
  );
  expect(addDays("9999-12-31", 1)).toBe("9999-12-31");
  expect(addDays("0100-01-01", -1)).toBe("0100-01-01");
});

test("the order of dates is the order of their texts", () => {
  fc.assert(
    fc.property(anyDate, anyDate, (one, other) => {
      expect(Math.sign(daysBetween(one, other))).toBe(one < other ? 1 : one > other ? -1 : 0);
    }),
  );
});

test("days follow each other wherever one is: a later instant is never an earlier day", () => {
  const step = fc.integer({ min: 0, max: 36 * 3_600_000 });
  fc.assert(
    fc.property(anyInstant, step, fc.constantFrom(...zones), (instant, later, zone) => {
      const before = civilDateAt(instant, zone);
      const after = civilDateAt(new Date(instant.getTime() + later), zone);
      expect(before <= after).toBe(true);
    }),
  );
});

test("the day depends on where the person is", () => {
  const instant = new Date("2026-11-21T23:30:00Z");
  expect(civilDateAt(instant, "America/New_York")).toBe("2026-11-21");
  expect(civilDateAt(instant, "Europe/Lisbon")).toBe("2026-11-21");
  expect(civilDateAt(instant, "Asia/Kathmandu")).toBe("2026-11-22");
  expect(civilDateAt(instant, "Pacific/Kiritimati")).toBe("2026-11-22");
});

test("the day that Samoa left out is counted like any other and never lived", () => {
  expect(addDays("2011-12-29", 2)).toBe("2011-12-31");
  expect(civilDateAt(new Date("2011-12-30T09:59:00Z"), "Pacific/Apia")).toBe("2011-12-29");
  expect(civilDateAt(new Date("2011-12-30T10:01:00Z"), "Pacific/Apia")).toBe("2011-12-31");
});

test("a zone that the machine does not know falls back to UTC", () => {
  expect(civilDateAt(new Date("2026-11-21T23:30:00Z"), "Mars/Olympus")).toBe("2026-11-21");
});

test("what only looks like a date is none", () => {
  for (const text of ["2026-02-29", "2026-13-01", "2026-1-1", "tomorrow", "2026-00-10", ""]) {
    expect(isCivilDate(text)).toBe(false);
  }
  expect(isCivilDate("2028-02-29")).toBe(true);
});

test.each([
  ["2026-11-22", "UTC", "2026-11-22T00:00:00.000Z"],
  ["2026-11-22", "Pacific/Auckland", "2026-11-21T11:00:00.000Z"],
  ["2026-11-22", "Asia/Kathmandu", "2026-11-21T18:15:00.000Z"],
  // Chile's clocks skip midnight on this day.
  ["2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z"],
])("the day %s begins in %s at %s", (date, timeZone, instant) => {
  expect(startOfDay(date, timeZone).toISOString()).toBe(instant);
});
