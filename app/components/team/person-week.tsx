import { PlaceInWords, StateInWords, StuckReasons, type Member } from "./week-card";

/** How the week of one person looks: where they are, and what holds them up. */
export function PersonWeek({ member }: { readonly member: Member }) {
  return (
    <div className="max-w-talk space-y-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft">
        {member.team === null ? null : <span className="min-w-0 wrap-anywhere">{member.team}</span>}
        <PlaceInWords member={member} />
        <span>
          <StateInWords member={member} />
        </span>
      </p>
      <StuckReasons week={member.week} />
    </div>
  );
}
