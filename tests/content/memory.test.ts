import { expect, test } from "vitest";
import { parseLibrary } from "~/language/library";

test("a file that did not change is not read again, and one that did is", () => {
  const known = new Map<string, unknown>();
  let made = 0;
  const recall = <Result>(about: readonly unknown[], make: () => Result): Result => {
    const key = JSON.stringify(about);
    if (known.has(key)) return known.get(key) as Result;
    made += 1;
    const result = make();
    known.set(key, result);
    return result;
  };
  const files = ["scenarios/one/index.mdx", "scenarios/two/index.mdx"];
  const library = (text: string) =>
    parseLibrary({
      sources: files.map((file, index) => ({ file, text: index === 0 ? text : "a" })),
      files,
      recall,
    });
  const first = library("a");
  expect(made).toBe(2);
  expect(library("a")).toEqual(first);
  expect(made).toBe(2);
  library("b");
  expect(made).toBe(3);
});
