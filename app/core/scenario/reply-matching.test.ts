import { expect, test } from "vitest";
import { aChoice } from "tests/factories/scenario";
import { cpuMilliseconds } from "tests/setup/cpu-time";
import { fc } from "tests/setup/properties";
import { matchReply, waysToSay, wordsOfReply } from "./reply-matching";

function isMatched(phrase: string, typed: string, unless: readonly string[] = []): boolean {
  const rows = [
    { ...aChoice(), id: "row", phrases: [phrase], unless },
    { ...aChoice(), id: "otherwise", phrases: [], unless: [] },
  ];
  return matchReply({ rows }, typed, () => true)?.row.id === "row";
}

test.each([
  ["I'm sorry", "Oh, I’m so… no: I´m SORRY!", true],
  ["I'm sorry", "I`m sorry; I‘m sorry", true],
  ["cafe", "Le CAFÉ", true],
  ["cafe", "le cafe\u0301", true],
  ["Straße", "In der STRASSE", true],
  ["Grüße", "grusse", true],
  ["ışık", "IŞIK", true],
  ["istanbul", "İSTANBUL", true],
  ["fifi", "ﬁﬁ", true],
  ["ΟΔΟΣ", "οδός", true],
  ["12 minutes", "１２ minutes", true],
  ["understand", "I under\u00ADstand", true],
  ["under\u200Bstand", "I understand", true],
  ["sorry", "\uFEFFsor\u200D\u200Cry\u200E", true],
  ["sorry", "sorryish", false],
  ["sorry you waited", "sorry. you, waited?!", true],
  ["sorry you waited", "you waited sorry", false],
  ["must be ... hard/awful", "that must be hard", true],
  ["must be ... hard/awful", "must be one two three four five awful", true],
  ["must be ... hard/awful", "must be one two three four five six awful", false],
  ["must be … awful", "must be awful", true],
])("the phrase %s against %s", (phrase, typed, isExpected) => {
  expect(isMatched(phrase, typed)).toBe(isExpected);
});

test("a word of two parts stands for both of them, one after the other", () => {
  expect(isMatched("I e-mail you", "I e-mail you")).toBe(true);
  expect(isMatched("I e-mail you", "I e mail you")).toBe(true);
  expect(isMatched("I e-mail you", "I mail you")).toBe(false);
  expect(isMatched("an e-mail/email/letter today", "an e-mail today")).toBe(true);
  expect(isMatched("an e-mail/email/letter today", "an email today")).toBe(true);
  expect(isMatched("an e-mail/email/letter today", "an e today")).toBe(false);
});

test("what excuses a row is looked for in the same words", () => {
  expect(isMatched("sorry", "SORRY, but it’s not my job", ["it's not my job"])).toBe(false);
});

test("a phrase with many gaps against the most that is looked at takes no time", () => {
  const phrase = `${"a ... ".repeat(40)}b`;
  const started = process.cpuUsage();
  expect(isMatched(phrase, "a ".repeat(100_000))).toBe(false);
  expect(cpuMilliseconds(started)).toBeLessThan(500);
});

test("a phrase that can be said in too many ways has none", () => {
  expect(waysToSay("a-b/c ".repeat(5).trim())).toHaveLength(32);
  expect(waysToSay("a-b/c ".repeat(6).trim())).toEqual([]);
  expect(waysToSay("a-b/c ".repeat(400).trim())).toEqual([]);
});

const letters =
  "a ä Ä ö Ö ß ẞ ü ı İ i I é É ñ ç ş ğ å ø Æ œ Ł ł đ Σ σ ς έ ж Ж й ŉ ﬁ ǆ ' ’ ´ ` - , . 1 ½ 日 本 e\u0301 \u00AD \u200B \u200D"
    .split(" ")
    .concat(" ");

test("whatever is typed, its words are the same in capitals, in small letters and once more", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters) }), (typed) => {
      const words = wordsOfReply(typed);
      expect(wordsOfReply(typed.toUpperCase())).toEqual(words);
      expect(wordsOfReply(typed.toLowerCase())).toEqual(words);
      expect(wordsOfReply(typed.normalize("NFD"))).toEqual(words);
      expect(wordsOfReply(words.join(" "))).toEqual(words);
    }),
    { numRuns: 5000 },
  );
});
