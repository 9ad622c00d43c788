import { expect, test } from "vitest";
import { askedParts, questionName } from "~/core/course/asked";
import { aCheck, aLesson, anOrder, aSort } from "tests/factories/a-lesson";
import { prose } from "tests/factories/scenario";

test("a part is named by what it asks, without the story before it", () => {
  const name = (text: string) => questionName({ question: prose(text) });
  expect(name("What would you say first?")).toBe("What would you say first?");
  expect(name("A woman rings. “I took the morning off.” Which reply names it?")).toBe(
    "Which reply names it?",
  );
  expect(name("Choose the rule.")).toBe("Choose the rule.");
  expect(name(`${"word ".repeat(40)}?`)).toMatch(/^(word ){20,21}…$/);
});

test("what a lesson asks is listed in the order of the page", () => {
  const at = (line: number) => ({ line, column: 1 });
  const lesson = aLesson({
    checks: [aCheck({ id: "first", at: at(3) }), aCheck({ id: "last", at: at(30) })],
    exercises: [anOrder({ at: at(40) }), aSort({ at: at(12) })],
  });
  expect(askedParts(lesson).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    "check first",
    "exercise whose",
    "check last",
    "exercise steps",
  ]);
});
