import { expect, test } from "vitest";
import { judgeRating, sureInWords } from "~/core/course/self-rating";
import { aLesson } from "tests/factories/a-lesson";
import { prose } from "tests/factories/scenario";

const rating = { id: "first-line", prompt: prose("How sure?"), at: { line: 1, column: 1 } };

test("a rating is one of four places on the scale of a question that is there", () => {
  const lesson = aLesson({ ratings: [rating] });
  const judged = (id: string, sure: string) => {
    const result = judgeRating(lesson, { rating: id, sure });
    return result.ok ? result.value.sure : result.problem.field;
  };
  expect(["1", "2", "3", "4"].map((sure) => judged("first-line", sure))).toEqual([1, 2, 3, 4]);
  for (const sure of ["", "0", "5", "2.5", "sure"]) {
    expect(judged("first-line", sure)).toBe("first-line");
  }
  expect(judged("gone", "2")).toBe("rating");
  expect(sureInWords(3)).toBe("Fairly sure");
});
