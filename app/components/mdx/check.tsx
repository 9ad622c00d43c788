import { AnswerButton } from "~/components/lesson/answer-button";
import { CheckAnswered } from "~/components/lesson/check-answered";
import { LessonForm } from "~/components/lesson/lesson-form";
import { useLessonState, type CheckState } from "~/components/lesson/lesson-state";
import { Plate } from "~/components/lesson/plate";
import { verdictInWords } from "~/components/lesson/told";
import { usePosting } from "~/components/lesson/use-posting";
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

function CheckForm({ id, check }: { readonly id: string; readonly check: CheckState }) {
  const { problem } = useLessonState();
  const posting = usePosting("check", id);
  const errors = problem?.form === `check:${id}` ? [problem.message] : undefined;
  return (
    <LessonForm>
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
      <AnswerButton posting={posting} />
    </LessonForm>
  );
}
