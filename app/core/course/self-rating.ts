/** How sure a learner is that they would do something: theirs alone, and never a score. */
import type { AnswerProblem } from "~/core/course/answer";
import type { Lesson, Rating } from "~/core/course/definition";
import { fail, ok, type Result } from "~/core/result";

/** From least to most; a rating is the place in this list, from 1. */
export const sureWords = ["Not yet", "A little", "Fairly sure", "Very sure"] as const;

export function sureInWords(sure: number): string {
  return sureWords[sure - 1] ?? "";
}

/** One question with every answer to it, as it stands on one's own record. */
export interface OwnRating {
  /** `<lesson>#<rating>`: two lessons may ask it in the same words. */
  readonly id: string;
  readonly prompt: string;
  /** Oldest first. */
  readonly times: readonly { readonly sure: number; readonly at: string }[];
}

export function judgeRating(
  lesson: Lesson,
  sent: { readonly rating: string; readonly sure: string },
): Result<{ readonly rating: Rating; readonly sure: number }, AnswerProblem> {
  const rating = lesson.ratings?.find(({ id }) => id === sent.rating);
  if (rating === undefined) {
    return fail({
      field: "rating",
      sentence: "This question is no longer part of the lesson. The lesson as it is now is below.",
    });
  }
  const sure = Number(sent.sure);
  if (sureInWords(sure) === "") {
    return fail({ field: rating.id, sentence: "Choose one of the four: any of them is fine." });
  }
  return ok({ rating, sure });
}
