import { expect, test } from "vitest";
import { byTitle } from "./by-title";

test("titles are in a reader's order, whatever their case, accents and quotes", () => {
  const titles = ["Zero", "the parcel", "“Every day”", "Éclair", "Week 10", "Week 9", "Apple"];
  const sorted = titles.map((title) => ({ title })).sort(byTitle);
  expect(sorted.map(({ title }) => title)).toEqual([
    ...["Apple", "Éclair", "“Every day”", "the parcel", "Week 9", "Week 10", "Zero"],
  ]);
});
