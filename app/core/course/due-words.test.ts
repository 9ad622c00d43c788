import { expect, test } from "vitest";
import { dueInWords, dueOfAnother } from "~/core/course/due-words";

test("a due day is told from today, and a late one without blame", () => {
  const words = (dueInDays: number) => dueInWords({ done: false, dueInDays });
  expect(words(5)).toBe("In 5 days");
  expect(words(1)).toBe("By tomorrow");
  expect(words(0)).toBe("For today");
  expect(words(-1)).toBe("Meant for yesterday; today is fine too");
  expect(words(-9)).toBe("Meant for 9 days ago; today is fine too");
  expect(words(-60)).toBe("Meant for 60 days ago; today is fine too");
  expect(words(-61)).toBe("Any day is fine");
  expect(dueInWords({ done: true, dueInDays: -9 })).toBe("Done");
});

test("a manager is told the plain days", () => {
  expect([0, 1, -1, 4, -4, -900].map(dueOfAnother)).toEqual([
    "due today",
    "due tomorrow",
    "due yesterday",
    "due in 4 days",
    "due 4 days ago",
    "due more than a year ago",
  ]);
});
