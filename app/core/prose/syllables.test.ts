import { expect, test } from "vitest";
import { syllablesIn } from "./syllables";

const words: readonly (readonly [string, number])[] = [
  ["a", 1],
  ["the", 1],
  ["any", 2],
  ["use", 1],
  ["rules", 1],
  ["tables", 2],
  ["little", 2],
  ["large", 1],
  ["places", 2],
  ["promises", 3],
  ["blocked", 1],
  ["waited", 2],
  ["hundred", 2],
  ["centre", 2],
  ["before", 2],
  ["didn’t", 2],
  ["don’t", 1],
  ["colleague", 2],
  ["client", 2],
  ["patient", 2],
  ["poem", 2],
  ["create", 2],
  ["moment", 2],
  ["statement", 2],
  ["carefully", 3],
  ["doing", 2],
  ["station", 2],
  ["easier", 3],
  ["customer", 3],
  ["everybody", 4],
  ["second-hand", 3],
  ["Café", 2],
  ["45", 1],
  ["", 1],
];

for (const [word, syllables] of words) {
  test(`“${word}” has ${syllables}`, () => {
    expect(syllablesIn(word)).toBe(syllables);
  });
}
