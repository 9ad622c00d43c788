import { Link } from "@remix-run/react";
import { DateText } from "~/components/ui/date-text";
import { Icon } from "~/components/ui/icon";
import { Tag } from "~/components/ui/tag";
import { dueOfAnother } from "~/core/course/due-words";
import type { DueRenewal, Week } from "~/core/course/stuck";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
  /** Civil dates. */
  readonly startDate: string;
  readonly today: string;
  readonly week: Week;
  readonly done: number;
  readonly steps: number;
  readonly next: { readonly title: string; readonly dueInDays: number } | null;
  readonly lastStep: string | null;
  readonly complete: boolean;
  readonly renewals: readonly DueRenewal[];
  /** A course limits official runs, so there is something to look at. */
  readonly limited?: boolean;
}

/** Somebody who needs their manager: what was seen, and something to try. */
export function StuckCard({ member }: { readonly member: Member }) {
  return (
    <li className="keep-together flex flex-col rounded-lg border border-line bg-sheet p-5 pb-2 sm:p-6 sm:pb-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="text-lg">
          <NameLink member={member} />
        </h3>
        <p className="text-sm text-ink-soft">
          <PlaceInWords member={member} />
        </p>
      </div>
      <div className="mt-3 grow">
        <StuckReasons week={member.week} />
      </div>
      <div className="mt-1">
        <RecordLink member={member} />
      </div>
    </li>
  );
}

/** What holds somebody up, each with something to try; nothing where nothing does. */
export function StuckReasons({ week }: { readonly week: Week }) {
  if (week.state !== "stuck") return null;
  return (
    <ul className="space-y-3">
      {week.reasons.map((reason) => (
        <li key={reason.sentence} className="flex gap-3">
          <Icon name="flag" className="mt-[0.2em] size-5 text-warning" />
          <div>
            <p className="font-medium">{reason.sentence}</p>
            <p className="text-ink-soft">{reason.try}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Somebody who is fine: one line. */
export function MemberLine({ member }: { readonly member: Member }) {
  return (
    <li className="keep-together flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-3 last:border-0">
      <div className="min-w-0">
        <h3 className="text-base font-medium">
          <NameLink member={member} />
        </h3>
        <p className="text-sm text-ink-soft">
          <StateInWords member={member} />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4">
        <span className="text-sm text-ink-soft">
          <PlaceInWords member={member} />
        </span>
        <RecordLink member={member} />
      </div>
    </li>
  );
}

/** How much of the path is done. */
export function PlaceInWords({ member }: { readonly member: Member }) {
  if (member.complete) {
    return (
      <Tag look="success" icon="check">
        Path complete
      </Tag>
    );
  }
  if (member.steps === 0) return null;
  return `${member.done} of ${countInWords(member.steps, "step")} done`;
}

/** What comes next for somebody who is not stuck. */
export function StateInWords({ member }: { readonly member: Member }) {
  const { week, next, startDate, lastStep, renewals, today } = member;
  switch (week.state) {
    case "not-started":
      return (
        <>
          Begins on <DateText value={startDate} today={today} />, in{" "}
          {countInWords(week.startsInDays, "day")}.
        </>
      );
    case "no-path":
      return "No path is planned for them.";
    case "complete":
      return (
        <>
          {lastStep === null ? null : (
            <>
              Last step on <DateText value={lastStep} today={today} />.
            </>
          )}
          {renewals.map(
            ({ title, dueInDays }) => ` “${title}” is to be renewed, ${dueOfAnother(dueInDays)}.`,
          )}
        </>
      );
    default:
      return next === null ? null : (
        <>
          {lastStep === null ? "Not begun yet. " : ""}Next: {next.title},{" "}
          {dueOfAnother(next.dueInDays)}.
        </>
      );
  }
}

function NameLink({ member }: { readonly member: Member }) {
  return (
    <Link
      to={paths.teamPerson(member.id)}
      className="inline-block min-w-6 py-1 text-link underline underline-offset-4"
    >
      {member.name}
    </Link>
  );
}

const linkLook =
  "me-4 inline-flex min-h-11 items-center text-sm text-link underline underline-offset-4";

function RecordLink({ member }: { readonly member: Member }) {
  return (
    <>
      <Link to={paths.records({ person: member.id })} className={linkLook}>
        Record<span className="sr-only"> of {member.name}</span>
      </Link>
      {member.limited ? (
        <Link to={paths.teamRuns(member.id)} className={linkLook}>
          Official runs left<span className="sr-only"> for {member.name}</span>
        </Link>
      ) : null}
    </>
  );
}
