import { Form } from "@remix-run/react";
import { CheckAnswered } from "~/components/lesson/check-answered";
import { useLessonState, type CheckState } from "~/components/lesson/lesson-state";
import { Plate } from "~/components/lesson/plate";
import { usePosting } from "~/components/lesson/use-posting";
import { Button } from "~/components/ui/button";
import { ChoiceList } from "~/components/ui/choice-list";
import { ProseInline, ProseText } from "~/components/ui/prose-text";
import { Status } from "~/components/ui/status";
import { plainText } from "~/core/prose/prose";

/** A knowledge check. Its words come from the lesson's state: the compiled lesson has only its id. */
export function Check({ id }: { readonly id: string }) {
  const { checks } = useLessonState();
  const check = checks[id];
  if (check === undefined) return null;
  return (
    <Plate
      id={`check-${id}`}
      icon="pencil"
      kind="Check yourself"
      label={`Check yourself: ${plainText(check.question)}`}
    >
      {check.answer === null ? (
        <CheckForm id={id} check={check} />
      ) : (
        <>
          <ProseText prose={check.question} className="font-serif text-lg" />
          <CheckAnswered check={check} answer={check.answer} />
        </>
      )}
      <Status className="sr-only">
        {check.answer ? verdictInWords(check.answer.right) : null}
      </Status>
    </Plate>
  );
}

function verdictInWords(right: boolean): string {
  return right ? "Answered, and that is it." : "Answered. Not quite: read why below.";
}

function CheckForm({ id, check }: { readonly id: string; readonly check: CheckState }) {
  const { problem, preview } = useLessonState();
  const posting = usePosting("check", id);
  const errors = problem?.form === `check:${id}` ? [problem.message] : undefined;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="check" value={id} />
      <ChoiceList
        name="option"
        kind={check.kind}
        required
        legend={<ProseInline prose={check.question} />}
        legendClassName="font-serif text-lg font-normal!"
        hint={check.kind === "several" ? "More than one is right. Choose all that are." : undefined}
        errors={errors}
        options={check.options.map((option) => ({
          value: option.id,
          label: <ProseInline prose={option.text} />,
        }))}
      />
      <div className="mt-5 flex flex-wrap items-center gap-4">
        <Button disabled={preview} aria-disabled={posting || undefined}>
          {posting ? "Sending…" : "Answer"}
        </Button>
        <span className="text-sm text-ink-soft">
          {preview ? "Not sent in a preview." : "Right or wrong, it counts as done."}
        </span>
      </div>
    </Form>
  );
}
