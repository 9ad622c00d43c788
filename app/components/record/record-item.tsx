import { Link } from "@remix-run/react";
import { classes } from "~/components/ui/classes";
import { Icon } from "~/components/ui/icon";
import type { RecordEntry } from "~/core/completion/grouped";
import { lasting, type OwnCompletion } from "~/core/completion/record";
import { byHandRule, kindTitles } from "~/core/completion/rule";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";
import { LastsForNow, LastsUntil } from "./lasts-until";
import { RecordedAt } from "./recorded-at";

/**
 * Where the evidence can be read again, or what was recorded without any; a path has no page but home. A lesson
 * whose record stands no longer asks its questions anew: there are no answers to see.
 */
function evidenceOf({ kind, slug, attemptId, rule, outcome }: OwnCompletion) {
  if (attemptId !== null) return { to: paths.replay(attemptId), label: "See the run" };
  switch (kind) {
    case "lesson": {
      if (outcome === "corrected") return null;
      const answered = rule !== byHandRule && outcome === "completed";
      return { to: paths.lesson(slug), label: answered ? "See my answers" : "Open the lesson" };
    }
    case "scenario":
      return { to: paths.scenario(slug), label: "Open the role-play" };
    case "course":
      return { to: paths.course(slug), label: "See the steps" };
    case "path":
      return { to: paths.home(), label: "See the steps" };
  }
}

interface RecordItemProps extends RecordEntry {
  /** A civil date. */
  readonly today: string;
  readonly own: boolean;
  /** It says what it is of; the course's own stands under the name of the course. */
  readonly named?: boolean;
}

/** What is on record of one thing: when, why, and the evidence itself. */
export function RecordItem({ latest, earlier, today, own, named = true }: RecordItemProps) {
  const isGood = latest.outcome === "completed" && lasting(latest.validUntil, today) !== "over";
  const stands = latest.outcome === "completed";
  return (
    <li className="keep-together flex gap-4 py-4">
      <span
        className={classes(
          "mt-0.5 grid size-7 shrink-0 place-items-center rounded-full border",
          isGood
            ? "border-success bg-success-ground text-success"
            : "border-line-strong text-ink-soft",
        )}
      >
        <Icon name={isGood ? "check" : stands ? "retry" : "info"} className="size-4" />
      </span>
      <div className="min-w-0 grow">
        {named ? <h4 className="text-lg">{latest.title}</h4> : null}
        <What record={latest} today={today} own={own} />
        {earlier.length === 0 ? null : (
          // What a correction corrects is read with it; what was merely done again is not.
          <details open={!stands}>
            <summary className="inline-flex min-h-11 items-center text-sm text-link underline underline-offset-4">
              {countInWords(earlier.length, "earlier record")}
              <span className="sr-only">: {latest.title}</span>
            </summary>
            <ul className="space-y-3 border-s-2 border-line ps-4">
              {earlier.map((record) => (
                <li key={record.id}>
                  <What record={record} today={today} own={own} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

interface WhatProps {
  readonly record: OwnCompletion;
  readonly today: string;
  readonly own: boolean;
}

function What({ record, today, own }: WhatProps) {
  const { kind, outcome, validUntil, because, title } = record;
  const stands = outcome === "completed";
  const evidence = evidenceOf(record);
  return (
    <div className="gap-x-6 sm:grid sm:grid-cols-[minmax(0,1fr)_auto]">
      <div>
        <p className="text-sm text-ink-soft">
          {kindTitles[kind]}, <RecordedAt record={record} />
          {stands ? <LastsForNow until={validUntil} today={today} /> : `, ${outcome}`}
        </p>
        {stands ? <LastsUntil until={validUntil} today={today} /> : null}
        <p>{because}</p>
      </div>
      {own && evidence !== null ? (
        <Link
          to={evidence.to}
          className="inline-block py-0.5 text-sm text-link underline underline-offset-4 print:hidden"
        >
          {evidence.label}
          <span className="sr-only">: {title}</span>
        </Link>
      ) : null}
    </div>
  );
}
