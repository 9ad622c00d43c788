import { expect, test } from "vitest";
import { aCourse } from "tests/factories/a-lesson";
import { decidedElsewhere, dueAfterInWords, lastsInWords, officialTerms } from "./outline-words";
import { noSettings } from "./official-runs";

const pairs = (official: Parameters<typeof officialTerms>[0]) =>
  officialTerms(official).map(({ term, words }) => `${term}: ${words}`);

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

test("where another course decides how official runs of a role-play go, the course says which and for what", () => {
  const leadingTo = (slug: string, ...scenarios: readonly string[]) =>
    aCourse({
      ...{ slug, title: slug.toUpperCase() },
      steps: scenarios.map((scenario) => ({ kind: "scenario", scenario })),
    });
  const plain = leadingTo("plain", "parcel");
  const first = { ...leadingTo("first", "parcel", "coat"), official: noSettings };
  const second = { ...leadingTo("second", "ring", "parcel", "coat"), official: noSettings };
  const all = [plain, first, second];
  const said = (course: typeof plain) =>
    decidedElsewhere(course, all, (scenario) => `The ${scenario}`).map(
      ({ term, words }) => `${term}: ${words}`,
    );
  const why = "of the courses that lead there, the first with settings decides";
  expect(said(plain)).toEqual([`Set by the course “FIRST”: Official runs of “The parcel”: ${why}`]);
  expect(said(first)).toEqual([]);
  expect(said(second)).toEqual([
    `Set by the course “FIRST”: Official runs of “The parcel”, “The coat”: ${why}`,
  ]);
});
