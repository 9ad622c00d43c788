import { Icon } from "~/components/ui/icon";
import { ProseText } from "~/components/ui/prose-text";
import type { CheckAnswer, CheckState } from "./lesson-state";

interface CheckAnsweredProps {
  readonly check: CheckState;
  readonly answer: CheckAnswer;
}

/** Every option with why it is or is not it; the reader's own stands out by a word and an edge. */
export function CheckAnswered({ check, answer }: CheckAnsweredProps) {
  return (
    <>
      <p className="mt-4 flex items-center gap-2 font-medium">
        <Icon name={answer.right ? "check" : "info"} className="size-5" />
        {answer.right ? "That is it." : "Not quite. Here is why."}
      </p>
      <ul className="mt-4 space-y-3">
        {check.options.map((option) => {
          const verdict = answer.verdicts[option.id];
          const chosen = answer.chosen.includes(option.id);
          const correct = verdict?.correct === true;
          return (
            <li
              key={option.id}
              className={`keep-together rounded-md border ${chosen ? "border-ink ringed" : "border-line"}`}
            >
              <div className="flex items-start gap-3 px-4 pt-3 pb-2.5">
                <span
                  className={`mt-[0.1em] grid size-6 shrink-0 place-items-center rounded-full ${correct ? "bg-success-ground text-success" : "bg-danger-ground text-danger"}`}
                >
                  <Icon name={correct ? "check" : "cross"} className="size-4" />
                </span>
                <div className="min-w-0">
                  <p className="text-sm font-medium text-ink-soft">
                    {chosen
                      ? `Your answer: ${correct ? "right" : "not this one"}`
                      : correct
                        ? "Right"
                        : "Not this one"}
                  </p>
                  <ProseText prose={option.text} />
                </div>
              </div>
              {verdict ? (
                <ProseText
                  prose={verdict.feedback}
                  className="border-t border-line px-4 py-3 ps-13 text-sm text-ink-soft"
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
