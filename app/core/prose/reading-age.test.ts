import { expect, test } from "vitest";
import { readingAge, sentencesIn } from "./reading-age";

test("a text of known counts gives what the two formulas give by hand", () => {
  const { words, sentences, forcast, fleschKincaid } = readingAge([
    "The customer waited. Nobody came to the table.",
  ]);
  expect([words, sentences]).toEqual([8, 2]);
  expect(forcast).toBeCloseTo(20 - 15 * (4 / 8) + 5);
  expect(fleschKincaid).toBeCloseTo(0.39 * (8 / 2) + 11.8 * (14 / 8) - 15.59 + 5);
});

test("longer words make a text older by both, longer sentences by Flesch-Kincaid alone", () => {
  const plain = readingAge(["Say what you heard. Then ask."]);
  const joined = readingAge(["Say what you heard and then ask."]);
  const heavy = readingAge(["Reiterate customer observations. Subsequently enquire."]);
  expect(heavy.forcast).toBeGreaterThan(plain.forcast);
  expect(heavy.fleschKincaid).toBeGreaterThan(plain.fleschKincaid);
  expect(joined.fleschKincaid).toBeGreaterThan(plain.fleschKincaid);
  expect(readingAge(["one two three"]).forcast).toBe(readingAge(["one. two. three."]).forcast);
});

test("a sentence ends at its mark, behind a quotation mark, and at the end of its passage", () => {
  expect(sentencesIn("“No.” He left. At 4.80 it is dear")).toHaveLength(3);
  expect(readingAge(["A heading", "An item"]).sentences).toBe(2);
});

test("no words have no age", () => {
  expect(readingAge([])).toEqual({ words: 0, sentences: 0, forcast: 0, fleschKincaid: 0 });
  expect(readingAge(["…"]).words).toBe(0);
});
