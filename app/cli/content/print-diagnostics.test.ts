import { expect, test } from "vitest";
import type { Diagnostic } from "~/core/diagnostic";
import { describeAll } from "./print-diagnostics";

const file = "scenarios/ring/index.mdx";

function printed(text: string, line: number, column: number): readonly string[] {
  const diagnostic: Diagnostic = {
    ...{ file, line, column, rule: "mdx/syntax", severity: "error" },
    message: "It is wrong.",
    fix: "Mend it.",
  };
  return describeAll([diagnostic], [{ file, text }]).split("\n").slice(2, -3);
}

test("the line before and the one after are shown, and the place is marked below its letter", () => {
  expect(printed("one\ntwo\n\tthree\nfour\nfive", 3, 2)).toEqual([
    "    2 | two",
    "  > 3 |  three",
    "      |  ^",
    "    4 | four",
  ]);
  expect(printed("one\r\ntwo\rthree", 3, 5)).toEqual([
    "    2 | two",
    "  > 3 | three",
    "      |     ^",
  ]);
});

test("of a line that is too long for a screen the part with the place is shown", () => {
  const [shown = "", mark = ""] = printed(`${"a".repeat(300)}X${"b".repeat(300)}`, 1, 301);
  expect(shown[mark.indexOf("^")]).toBe("X");
  expect(shown.length).toBeLessThan(180);
});

test("a place behind the end of a text has no lines", () => {
  expect(printed("one", 9, 1)).toEqual([]);
});
