import { expect, test } from "vitest";
import { aChoice } from "tests/factories/scenario";
import { fc } from "tests/setup/properties";
import { matchReply } from "../reply-matching";
import type { ReplyRow } from "../definition";
import { isTakenElsewhere, sentenceThatTakes } from "./reply-reach";

/** Two that phrases are made of, one of which looks like nothing that anyone would write, and another. */
const words = ["a", "zz", "other"];
const word = fc.constantFrom("a", "zz", "a/zz");
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

test("a row is said to get its turn exactly where some sentence gives it one", () => {
  let none = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 3 }), (written) => {
      const rows = written.map((one, index) => ({ ...one, id: `row-${index}` }));
      const last = rows.at(-1);
      if (!last) return;
      const takes = (sentence: string) => matchReply({ rows }, sentence, () => true)?.row === last;
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

test("a word that is in no phrase is thought of, whichever words the author chose", () => {
  const own = (...phrases: string[]): ReplyRow => ({ ...aChoice(), phrases, unless: [] });
  const taken = sentenceThatTakes(own("sorry ... help"), [own("sorry help", "zz", "zzz")]);
  const sentence = typeof taken === "object" ? taken.sentence : taken;
  expect(sentence).toMatch(/^sorry \w+ help$/);
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
  expect(matchReply({ rows }, sentence, () => true)?.row).toBe(rows[1]);

  const excused = { ...first, unless: ["it is a long way from here to there and back again"] };
  expect(sentenceThatTakes({ ...again, unless: [] }, [excused])).not.toBe("none");
});

test("a phrase is taken elsewhere where its own `unless`, or a phrase of an earlier row, is in all that holds it", () => {
  const own = (phrases: readonly string[], unless: readonly string[] = []): ReplyRow => ({
    ...aChoice(),
    phrases,
    unless,
  });
  expect(isTakenElsewhere(own(["so sorry", "hm"], ["sorry"]), "so sorry", [])).toBe(true);
  expect(isTakenElsewhere(own(["so sorry", "hm"], ["so ... hm"]), "so sorry", [])).toBe(false);
  expect(isTakenElsewhere(own(["a/b c"], ["a c", "b c"]), "a/b c", [])).toBe(true);
  expect(isTakenElsewhere(own(["so sorry"]), "so sorry", [own(["sorry"])])).toBe(true);
  expect(isTakenElsewhere(own(["sorry"]), "sorry", [own(["so sorry"])])).toBe(false);
  expect(isTakenElsewhere(own(["so sorry"]), "so sorry", [own(["sorry"], ["but"])])).toBe(false);
});

test("no phrase that some sentence is taken by is called one that never gets a turn", () => {
  let idle = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (written) => {
      const rows = written.map((one, index) => ({ ...one, id: `row-${index}` }));
      const last = rows.at(-1);
      for (const phrase of last?.phrases ?? []) {
        if (!last || !isTakenElsewhere(last, phrase, rows.slice(0, -1))) continue;
        idle += 1;
        const alone = { ...last, phrases: [phrase] };
        const takes = (sentence: string) =>
          matchReply({ rows: [...rows.slice(0, -1), alone] }, sentence, () => true)?.row === alone;
        expect(everything.filter(takes)).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
  expect(idle).toBeGreaterThan(5);
});
