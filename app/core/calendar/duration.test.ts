import { expect, test } from "vitest";
import { addDuration, durationInWords, milliseconds, parseDuration } from "./duration";

test("a length of time is a whole number and a unit", () => {
  expect(parseDuration("12 months")).toEqual({ amount: 12, unit: "month" });
  expect(parseDuration("1 day")).toEqual({ amount: 1, unit: "day" });
  for (const wrong of ["", "0 days", "1.5 days", "a year", "3 fortnights", "days", "-1 day"]) {
    expect(parseDuration(wrong)).toBeNull();
  }
  expect(durationInWords({ amount: 1, unit: "year" })).toBe("1 year");
  expect(durationInWords({ amount: 24, unit: "hour" })).toBe("24 hours");
});

test("months keep the day, and end with a month that is shorter", () => {
  expect(addDuration("2026-01-31", { amount: 1, unit: "month" })).toBe("2026-02-28");
  expect(addDuration("2024-02-29", { amount: 1, unit: "year" })).toBe("2025-02-28");
  expect(addDuration("2026-11-22", { amount: 9999, unit: "year" })).toBe("9999-12-31");
  expect(addDuration("2026-11-22", { amount: 14, unit: "month" })).toBe("2028-01-22");
  expect(addDuration("2026-12-30", { amount: 1, unit: "week" })).toBe("2027-01-06");
  expect(milliseconds({ amount: 2, unit: "day" })).toBe(172_800_000);
});
