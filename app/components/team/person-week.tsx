import { Icon } from "~/components/ui/icon";
import { PlaceInWords, StateInWords, type Member } from "./week-card";

/** How the week of one person looks: where they are, and what holds them up. */
export function PersonWeek({ member }: { readonly member: Member }) {
  const { week } = member;
  return (
    <div className="max-w-talk space-y-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft">
        {member.team === null ? null : <span>{member.team}</span>}
        <PlaceInWords member={member} />
        <span>
          <StateInWords member={member} />
        </span>
      </p>
      {week.state === "stuck" ? (
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
      ) : null}
    </div>
  );
}
