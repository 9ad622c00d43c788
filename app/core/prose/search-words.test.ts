import { expect, test } from "vitest";
import { inEveryCase, searchWords } from "./search-words";

test("a search is one line; what is too long is cut and says so", () => {
  expect(searchWords(null)).toEqual({ words: "", cut: false });
  expect(searchWords("  Ana\u00A0\n Moreira\0 ")).toEqual({ words: "Ana Moreira", cut: false });
  expect(searchWords("x".repeat(100))).toEqual({ words: "x".repeat(100), cut: false });
  expect(searchWords("x".repeat(101))).toEqual({ words: "x".repeat(100), cut: true });
  expect(searchWords(`x${"😀".repeat(60)}`).words).toBe(`x${"😀".repeat(49)}`);
});

test("letters that SQLite does not fold are looked for in the cases that names have", () => {
  expect(inEveryCase("ana")).toEqual(["ana"]);
  expect(inEveryCase("иван пе")).toEqual(["иван пе", "ИВАН ПЕ", "Иван Пе"]);
  expect(inEveryCase("ÖZIL")).toContain("Özil");
});
