import { Link, useFetcher } from "@remix-run/react";
import { useId } from "react";
import { Button } from "~/components/ui/button";
import { FormProblem } from "~/components/ui/form-problem";
import { Icon } from "~/components/ui/icon";
import { goalOutcomes, type AskedGoal } from "~/core/course/goal-review";
import { goalSentence } from "~/core/course/goal-sentence";
import { paths } from "~/paths";
import { answersInWords, outcomeWords } from "./goal-words";

/** A week later: how did it go? One tap, and no answer is a wrong one. */
export function GoalQuestion(props: AskedGoal) {
  const { goalId, lesson, when, will, answered } = props;
  return (
    <section id="goal" aria-labelledby="goal-question" className="goal-question">
      <p className="flex items-center gap-2 text-sm font-medium text-ink-soft">
        <Icon name="flag" className="size-5" />
        {lesson === null ? "Your goal" : `Your goal from “${lesson}”`}
      </p>
      <h2 id="goal-question" className="mt-2 text-xl">
        {answered === null ? "How did it go?" : answersInWords[answered].title}
      </h2>
      <blockquote className="mt-3 font-serif text-lg wrap-anywhere">
        {goalSentence({ when, will }, "When")}
      </blockquote>
      {answered === null ? (
        <>
          <Answers goalId={goalId} />
          <p className="mt-3 text-sm text-ink-soft">
            Only you see this. Whatever you answer, it is only for you to look back on.
          </p>
        </>
      ) : (
        <>
          <p className="mt-3">{answersInWords[answered].words}</p>
          <div className="mt-2 flex flex-wrap items-start gap-x-6">
            <Link
              to={paths.me()}
              className="inline-flex min-h-11 items-center text-link underline underline-offset-4"
            >
              See it on my record
            </Link>
            <details>
              <summary className="inline-flex min-h-11 items-center text-link underline underline-offset-4">
                Answer differently
              </summary>
              <Answers goalId={goalId} />
            </details>
          </div>
        </>
      )}
    </section>
  );
}

function Answers({ goalId }: { readonly goalId: string }) {
  const { Form, state, data } = useFetcher<{ readonly problem: string }>();
  const problemId = useId();
  return (
    <>
      <Form
        method="post"
        action={paths.goalReview(goalId)}
        preventScrollReset
        aria-describedby={data === undefined ? undefined : problemId}
        className="mt-4 flex flex-wrap gap-3"
      >
        {goalOutcomes.map((outcome) => (
          <Button
            key={outcome}
            name="outcome"
            value={outcome}
            variant="quiet"
            aria-disabled={state !== "idle" || undefined}
          >
            {outcomeWords[outcome]}
          </Button>
        ))}
      </Form>
      {data === undefined ? null : (
        <div className="mt-3">
          <FormProblem id={problemId} title="Not saved" errors={[data.problem]} />
        </div>
      )}
    </>
  );
}
