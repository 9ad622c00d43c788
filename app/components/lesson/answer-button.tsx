import { useNavigation } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { useLessonState } from "./lesson-state";

/** Sends the answer to a question of the lesson; a preview sends none. */
export function AnswerButton({ posting }: { readonly posting: boolean }) {
  const { preview } = useLessonState();
  const { state } = useNavigation();
  return (
    <div className="mt-5 flex flex-wrap items-center gap-4">
      <Button disabled={preview} aria-disabled={state !== "idle" || undefined}>
        {posting ? "Sending…" : "Answer"}
      </Button>
      <span className="text-sm text-ink-soft">
        {preview ? "Not sent in a preview." : "Right or wrong, it counts as done."}
      </span>
    </div>
  );
}
