import { Link } from "@remix-run/react";
import { classes } from "~/components/ui/classes";
import { Icon } from "~/components/ui/icon";
import { lasting, type OwnCompletion } from "~/core/completion/record";
import { byHandRule, kindNames } from "~/core/completion/rule";
import { paths } from "~/paths";
import { LastsForNow, LastsUntil } from "./lasts-until";
import { RecordedAt } from "./recorded-at";

/** Where the evidence can be read again, or what was recorded without any; a path has no page but home. */
function evidenceOf({ kind, slug, attemptId, rule }: OwnCompletion) {
  if (attemptId !== null) return { to: paths.replay(attemptId), label: "See the run" };
  switch (kind) {
    case "lesson": {
      const label = rule === byHandRule ? "Open the lesson" : "See my answers";
      return { to: paths.lesson(slug), label };
    }
    case "scenario":
      return { to: paths.scenario(slug), label: "Open the role-play" };
    case "course":
      return { to: paths.course(slug), label: "See the steps" };
    case "path":
      return { to: paths.home(), label: "See the steps" };
  }
}

interface OwnCompletionsProps {
  readonly completions: readonly OwnCompletion[];
  /** A civil date. */
  readonly today: string;
}

/** One's own record: what, when, why, and the evidence itself. */
export function OwnCompletions({ completions, today }: OwnCompletionsProps) {
  return (
    <ul className="divide-y divide-line">
      {completions.map((completion) => {
        const evidence = evidenceOf(completion);
        const stands = completion.outcome === "completed";
        const { validUntil } = completion;
        const length = lasting(validUntil, today);
        const good = stands && length !== "over";
        return (
          <li key={completion.id} className="keep-together flex gap-4 py-4">
            <span
              className={classes(
                "mt-0.5 grid size-7 shrink-0 place-items-center rounded-full border",
                good
                  ? "border-success bg-success-ground text-success"
                  : "border-line-strong text-ink-soft",
              )}
            >
              <Icon name={good ? "check" : stands ? "retry" : "info"} className="size-4" />
            </span>
            <div className="min-w-0">
              <h3 className="text-lg">{completion.title}</h3>
              <p className="text-sm text-ink-soft">
                <span className="inline-block first-letter:uppercase">
                  {kindNames[completion.kind]}
                </span>
                , <RecordedAt record={completion} />
                {stands ? null : `, ${completion.outcome}`}
                {stands ? <LastsForNow until={validUntil} today={today} /> : null}
              </p>
              {stands ? <LastsUntil until={validUntil} today={today} /> : null}
              <p className="mt-1">{completion.because}</p>
              <Link
                to={evidence.to}
                className="inline-flex min-h-11 items-center text-link underline underline-offset-4"
              >
                {evidence.label}
                <span className="sr-only">: {completion.title}</span>
              </Link>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
