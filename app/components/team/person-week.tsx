import { PlaceInWords, StateInWords, StuckReasons, type Member } from "./week-card";

/** How the week of one person looks: where they are, and what holds them up. */
export function PersonWeek({ member }: { readonly member: Member }) {
  const { team, week, complete, steps } = member;
  // Then the next step and since when it is due stand in what holds them up.
  const isTold = week.state === "stuck" && week.reasons.some(({ kind }) => kind === "overdue");
  return (
    <div className="max-w-talk space-y-4">
      <div className="space-y-1 text-ink-soft">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {team === null ? null : <span className="min-w-0 wrap-anywhere">{team}</span>}
          {team === null || complete || steps === 0 ? null : <span aria-hidden="true">·</span>}
          <span>
            <PlaceInWords member={member} />
          </span>
        </p>
        {isTold ? null : (
          <p>
            <StateInWords member={member} />
          </p>
        )}
      </div>
      <StuckReasons week={week} />
    </div>
  );
}
