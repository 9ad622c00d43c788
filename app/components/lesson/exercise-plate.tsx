import type { ReactNode } from "react";
import { RarerSheet } from "~/components/mdx/rarer-sheet";
import { FieldError } from "~/components/ui/field-error";
import type { IconName } from "~/components/ui/icon";
import { Icon } from "~/components/ui/icon";
import { ProseText } from "~/components/ui/prose-text";
import { Status } from "~/components/ui/status";
import { plainText } from "~/core/prose/prose";
import { AnswerButton } from "./answer-button";
import type { ExerciseState } from "./exercise-state";
import { LessonForm } from "./lesson-form";
import { useLessonState } from "./lesson-state";
import { Plate } from "./plate";
import { verdictInWords } from "./told";
import { usePosting } from "./use-posting";

interface ExercisePlateProps {
  readonly id: string;
  readonly exercise: ExerciseState;
  readonly icon: IconName;
  /** What to do, in a few words: "Sort the moments". */
  readonly kind: string;
  /** What to do in more words, under the question. */
  readonly hint: string;
  /** The fields before an answer; what came of it after. */
  readonly children: ReactNode;
}

/** The frame of an exercise: the question, then the form or what the answer brought to light. */
export function ExercisePlate(props: ExercisePlateProps) {
  const { id, exercise, icon, kind, hint, children } = props;
  const { question, right } = exercise;
  return (
    <Plate id={`exercise-${id}`} icon={icon} kind={kind} label={`${kind}: ${plainText(question)}`}>
      <RarerSheet />
      <ProseText prose={question} className="font-serif text-lg" />
      {right === null ? (
        <ExerciseForm id={id} hint={hint}>
          {children}
        </ExerciseForm>
      ) : (
        <>
          <p className="mt-4 mb-4 flex items-center gap-2 font-medium">
            <Icon name={right ? "check" : "info"} className="size-5" />
            {right ? "That is it." : "Not quite. Here is why."}
          </p>
          {children}
        </>
      )}
      <Status className="sr-only">{right === null ? null : verdictInWords(right)}</Status>
    </Plate>
  );
}

interface ExerciseFormProps {
  readonly id: string;
  readonly hint: string;
  readonly children: ReactNode;
}

function ExerciseForm({ id, hint, children }: ExerciseFormProps) {
  const { problem } = useLessonState();
  const posting = usePosting("exercise", id);
  const errors = problem?.form === `exercise:${id}` ? [problem.message] : undefined;
  return (
    <LessonForm>
      <input type="hidden" name="exercise" value={id} />
      <p className="mt-1.5 text-sm text-ink-soft">{hint}</p>
      <FieldError id={`exercise-${id}-error`} errors={errors} />
      <div className="mt-4">{children}</div>
      <AnswerButton posting={posting} />
    </LessonForm>
  );
}

/** What was chosen when the form came back; nothing otherwise. */
export function useTyped(id: string): Readonly<Record<string, string>> {
  const { problem } = useLessonState();
  return problem?.form === `exercise:${id}` ? (problem.typed ?? {}) : {};
}
