import { expect, test } from "vitest";
import { dateInWords, dayInWords } from "./date-words";

test("an instant is told where the reader is, a day alone is the same everywhere", () => {
  const late = "2026-11-22T23:30:00.000Z";
  expect(dateInWords(late, { timeZone: "Asia/Tokyo", withTime: true })).toBe("23 Nov 2026, 08:30");
  expect(dateInWords(late, { timeZone: "America/New_York" })).toBe("22 Nov 2026");
  expect(dateInWords("2026-12-01", { timeZone: "America/New_York", withTime: true })).toBe(
    "1 Dec 2026",
  );
});

test("a zone that this machine does not know is told in UTC, and takes no page away", () => {
  const at = "2026-11-22T23:30:00.000Z";
  expect(dateInWords(at, { timeZone: "Mars/Olympus", withTime: true })).toBe("22 Nov 2026, 23:30");
});

test("a day of this year needs no year, and one of another has it", () => {
  expect(dayInWords("2026-12-31", "2026-11-29")).toBe("31 Dec");
  expect(dayInWords("2027-01-01", "2026-12-31")).toBe("1 Jan 2027");
  expect(dayInWords("2025-12-31", "2026-01-01")).toBe("31 Dec 2025");
  const newYear = "2025-12-31T23:30:00.000Z";
  expect(dayInWords(newYear, "2026-01-01", { timeZone: "UTC" })).toBe("31 Dec 2025");
  expect(dayInWords(newYear, "2026-01-01", { timeZone: "Asia/Tokyo", withTime: true })).toBe(
    "1 Jan, 08:30",
  );
});
