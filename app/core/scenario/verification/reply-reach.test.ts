import { expect, test } from "vitest";
import { aChoice } from "tests/factories/scenario";
import { fc } from "tests/setup/properties";
import { matchReply } from "../reply-matching";
import type { ReplyRow } from "../definition";
import { sentenceThatTakes } from "./reply-reach";

const words = ["a", "b", "zz"];
const word = fc.constantFrom("a", "b", "a/b");
const phrase = fc
  .array(fc.tuple(word, fc.constantFrom(" ", " ... ")), { minLength: 1, maxLength: 3 })
  .map((parts) =>
    parts.map(([one, gap], index) => one + (index < parts.length - 1 ? gap : "")).join(""),
  );
const row = fc
  .record({
    phrases: fc.array(phrase, { minLength: 1, maxLength: 2 }),
    unless: fc.array(phrase, { maxLength: 1 }),
  })
  .map((parts): ReplyRow => ({ ...aChoice(), ...parts }));

/** Everything that can be said in so many words. */
function sentences(most: number): readonly string[] {
  let last = [""];
  const all: string[] = [];
  for (let length = 0; length < most; length += 1) {
    last = last.flatMap((start) => words.map((next) => `${start} ${next}`.trim()));
    all.push(...last);
  }
  return all;
}
const everything = sentences(7);
const at = { line: 1, column: 1 };

test("a row is said to get its turn exactly where some sentence gives it one", () => {
  let none = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 3 }), (written) => {
      const rows = written.map((one, index) => ({ ...one, id: `row-${index}` }));
      const last = rows.at(-1);
      if (!last) return;
      const takes = (sentence: string) =>
        matchReply({ prompt: "", rows, at }, sentence, () => true)?.row === last;
      const found = sentenceThatTakes(last, rows.slice(0, -1));
      if (typeof found === "object") expect(takes(found.sentence)).toBe(true);
      else {
        expect(found).toBe("none");
        none += 1;
        expect(everything.filter(takes)).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
  expect(none).toBeGreaterThan(5);
});

test("a row whose phrases each hold one of an earlier row is found, however many and gapped they are", () => {
  const written = {
    phrases: [
      "three times ... ring/rang/call/called/phone/night",
      "interrupted ... and ... ring/rang/call/called/phone",
      "night ... ring/rang/call/called/phone",
      "ring/rang/call/called/phone ... interrupted/interrupt",
      "also ... ring/rang/call/called/phone/interrupted",
      "first ... second",
      "and/also you ... didnt/forgot/never ... ring/call/phone",
      "two things",
    ],
    unless: ["three/two times", "who", "not ... friday"],
  };
  const first: ReplyRow = { ...aChoice(), ...written };
  const again = { ...first, phrases: first.phrases.map((phrase) => `well ${phrase}`) };
  expect(sentenceThatTakes(again, [first])).toBe("none");
  expect(sentenceThatTakes({ ...again, unless: [] }, [{ ...first, unless: [] }])).toBe("none");

  const ofItsOwn = { ...again, phrases: [...again.phrases, "well enough"] };
  expect(sentenceThatTakes(ofItsOwn, [first])).toEqual({ sentence: "well enough" });
  const unexcused = sentenceThatTakes({ ...again, unless: [] }, [first]);
  const sentence = typeof unexcused === "object" ? unexcused.sentence : "";
  const rows = [first, { ...again, id: "again", unless: [] }];
  expect(matchReply({ prompt: "", rows, at }, sentence, () => true)?.row).toBe(rows[1]);

  const excused = { ...first, unless: ["it is a long way from here to there and back again"] };
  expect(sentenceThatTakes({ ...again, unless: [] }, [excused])).not.toBe("none");
});
