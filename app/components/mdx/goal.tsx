import type { ReactNode } from "react";
import { LessonForm } from "~/components/lesson/lesson-form";
import { typedInto, useLessonState, type GoalState } from "~/components/lesson/lesson-state";
import { Plate } from "~/components/lesson/plate";
import { usePosting } from "~/components/lesson/use-posting";
import { Button } from "~/components/ui/button";
import { Status } from "~/components/ui/status";
import { TextArea } from "~/components/ui/text-area";
import { goalSentence } from "~/core/course/goal-sentence";

/** What the learner will do about it, in their own words. */
export function Goal({ children }: { readonly children: ReactNode }) {
  const { goal, problem } = useLessonState();
  const posting = usePosting("goal-when");
  const returned = Object.keys(typedInto(problem, "goal")).length > 0;
  return (
    <Plate
      id="goal"
      icon="flag"
      kind="Your goal"
      label="Your goal"
      className="border-2! border-accent!"
    >
      <div className="prose-short mb-5 font-serif text-lg">{children}</div>
      {goal ? (
        <>
          <blockquote className="rounded-md bg-accent-soft px-4 py-3 font-serif text-lg">
            {goalSentence(goal, "This week, when")}
          </blockquote>
          <details className="screen-only mt-4" open={returned || undefined}>
            <summary className="inline-flex min-h-11 items-center text-link underline underline-offset-4">
              Change it
            </summary>
            <div className="mt-2">
              <GoalForm goal={goal} posting={posting} />
            </div>
          </details>
        </>
      ) : (
        <GoalForm goal={null} posting={posting} />
      )}
      <Status className="sr-only">{goal && !posting ? "Your goal is saved." : null}</Status>
    </Plate>
  );
}

interface GoalFormProps {
  readonly goal: GoalState | null;
  readonly posting: boolean;
}

function GoalForm({ goal, posting }: GoalFormProps) {
  const { problem, preview } = useLessonState();
  const refused = problem?.form === "goal" ? problem : null;
  const { "goal-when": when, "goal-will": will } = typedInto(problem, "goal");
  const errorsOf = (name: string): readonly string[] | undefined => {
    if (refused === null) return undefined;
    // Trouble that is no field's own (a locked database) stands at the first.
    const fields = refused.fields?.length
      ? refused.fields
      : [{ field: "goal-when", sentence: refused.message }];
    return fields.filter(({ field }) => field === name).map(({ sentence }) => sentence);
  };
  return (
    <LessonForm words="goal" className="space-y-4">
      <TextArea
        name="goal-when"
        label="This week, when …"
        rows={2}
        placeholder=" "
        required
        data-unsaved={when}
        defaultValue={when ?? goal?.when ?? ""}
        errors={errorsOf("goal-when")}
      />
      <TextArea
        name="goal-will"
        label="I will …"
        rows={2}
        placeholder=" "
        required
        data-unsaved={will}
        defaultValue={will ?? goal?.will ?? ""}
        errors={errorsOf("goal-will")}
      />
      <Button disabled={preview} aria-disabled={posting || undefined}>
        {posting ? "Saving…" : "Save my goal"}
      </Button>
    </LessonForm>
  );
}
