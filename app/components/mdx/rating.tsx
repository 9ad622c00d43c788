import type { ReactNode } from "react";
import { LessonForm } from "~/components/lesson/lesson-form";
import { useLessonState } from "~/components/lesson/lesson-state";
import { Plate } from "~/components/lesson/plate";
import { usePosting } from "~/components/lesson/use-posting";
import { Button } from "~/components/ui/button";
import { FieldError } from "~/components/ui/field-error";
import { Status } from "~/components/ui/status";
import { sureInWords, sureWords } from "~/core/course/self-rating";

interface RatingProps {
  readonly id: string;
  readonly children: ReactNode;
}

/** How sure one is: one tap on a scale of words, for oneself alone. */
export function Rating({ id, children }: RatingProps) {
  const { ratings, problem, preview } = useLessonState();
  const posting = usePosting("rating", id);
  const refused = problem?.form === `rating:${id}` ? [problem.message] : undefined;
  const sure = ratings[id] ?? null;
  return (
    <Plate id={`rating-${id}`} icon="person" kind="For you alone" label="For you alone">
      <div className="prose-short font-serif text-lg">{children}</div>
      <LessonForm>
        <input type="hidden" name="rating" value={id} />
        <FieldError id={`rating-${id}-error`} errors={refused} />
        <div className="mt-4 flex flex-wrap gap-2.5">
          {sureWords.map((word, index) => (
            <Button
              key={word}
              variant="quiet"
              name="sure"
              value={index + 1}
              disabled={preview}
              aria-pressed={sure === index + 1}
              aria-disabled={posting || undefined}
              className="sure-choice"
            >
              {word}
            </Button>
          ))}
        </div>
      </LessonForm>
      <p className="mt-1 hidden print:block">{sureWords.map((word) => `○ ${word}`).join("   ")}</p>
      <Status className="mt-3 text-sm text-ink-soft">
        {sure === null
          ? "Nobody else sees this, and nothing is counted from it."
          : `You said: ${sureInWords(sure).toLowerCase()}. It is on your record for you to look back on; answer again whenever you like.`}
      </Status>
    </Plate>
  );
}
