import { expect, test } from "vitest";
import { dueAfterInWords, lastsInWords, officialInWords } from "./outline-words";

const pairs = (official: Parameters<typeof officialInWords>[0]) =>
  officialInWords(official).map(({ term, words }) => `${term}: ${words}`);

test("the settings of official runs are said one by one, and a course without any says what that means", () => {
  expect(pairs({ attempts: 1, pause: { amount: 1, unit: "day" }, counts: "last" })).toEqual([
    "Official runs: 1 run of each role-play; a manager can give one more",
    "Pause between two: 1 day",
    "The result: The last run",
    "Replay of an official run: Its player’s own to share",
  ]);
  expect(pairs({ attempts: null, pause: null, counts: "best", replay: "shared" })).toEqual([
    "Official runs: As many as one likes",
    "Pause between two: None",
    "The result: The best run",
    "Replay of an official run: A manager sees it",
  ]);
  expect(pairs(undefined)).toEqual([
    "Official runs: As many as one likes, without a pause; the best one is the result.",
  ]);
});

test("how long a completion lasts and when a step is due are said as one would", () => {
  expect(lastsInWords(undefined).words).toBe("For ever");
  expect(lastsInWords({ amount: 12, unit: "month" }).words).toBe("12 months, then anew");
  expect([0, 1, 14].map(dueAfterInWords)).toEqual([
    ...["on the first day", "after 1 day", "after 14 days"],
  ]);
});
