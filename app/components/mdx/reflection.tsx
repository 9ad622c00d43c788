import type { ReactNode } from "react";
import { LessonForm } from "~/components/lesson/lesson-form";
import { typedInto, useLessonState } from "~/components/lesson/lesson-state";
import { Plate } from "~/components/lesson/plate";
import { usePosting } from "~/components/lesson/use-posting";
import { Button } from "~/components/ui/button";
import { Status } from "~/components/ui/status";
import { TextArea } from "~/components/ui/text-area";

interface ReflectionProps {
  readonly id: string;
  readonly children: ReactNode;
}

/** Room to think on paper. It is the learner's own and asks for nothing. */
export function Reflection({ id, children }: ReflectionProps) {
  const { reflections, problem, preview } = useLessonState();
  const posting = usePosting("reflection", id);
  const form = `reflection:${id}`;
  const refused = problem?.form === form ? problem : null;
  const { text: typed } = typedInto(problem, form);
  const saved = reflections[id];
  return (
    <Plate id={`reflection-${id}`} icon="quote" kind="Think about it" label="Think about it">
      <div className="prose-short mb-5 font-serif text-lg">{children}</div>
      <LessonForm words={form} className="space-y-4">
        <input type="hidden" name="reflection" value={id} />
        <TextArea
          name="text"
          label="Your words"
          required
          hint="Only you can read this."
          placeholder=" "
          data-unsaved={typed}
          defaultValue={typed ?? saved ?? ""}
          errors={refused ? [refused.message] : undefined}
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button variant="quiet" disabled={preview} aria-disabled={posting || undefined}>
            {posting ? "Saving…" : "Save"}
          </Button>
          <Status className="text-sm text-ink-soft">
            {saved !== undefined && !posting && typed === undefined ? "Saved." : null}
          </Status>
        </div>
      </LessonForm>
    </Plate>
  );
}
