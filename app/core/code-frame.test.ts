import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { codeFrame } from "./code-frame";

const text = "one\ntwo\nthree\nfour\nfive\nsix";

test("two lines before and after, the place marked", () => {
  expect(codeFrame(text, { line: 3, column: 2 })).toEqual([
    { number: 1, text: "one", mark: null },
    { number: 2, text: "two", mark: null },
    { number: 3, text: "three", mark: 1 },
    { number: 4, text: "four", mark: null },
    { number: 5, text: "five", mark: null },
  ]);
});

test("a place that is not in the text has no frame", () => {
  expect(codeFrame(text, { line: 9, column: 1 })).toEqual([]);
});

test("wherever in a long line the place is, its letter is the one that is marked", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (column) => {
      const line = Array.from({ length: 1000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(
        "",
      );
      const [frame] = codeFrame(line, { line: 1, column });
      expect(frame?.text[frame.mark ?? -1]).toBe(line[column - 1]);
      expect(frame?.text.length).toBeLessThan(170);
    }),
  );
});
