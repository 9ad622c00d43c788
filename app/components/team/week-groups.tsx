import { countInWords } from "~/core/prose/in-words";
import { MemberLine, StuckCard, type Member } from "./week-card";

interface Group {
  readonly id: string;
  readonly title: string;
  readonly members: readonly Member[];
}

function groupsOf(members: readonly Member[]): readonly Group[] {
  const of = (state: Member["week"]["state"]) => members.filter(({ week }) => week.state === state);
  return [
    { id: "under-way", title: "On their way", members: of("under-way") },
    { id: "not-started", title: "Not started yet", members: of("not-started") },
    { id: "no-path", title: "Without a path", members: of("no-path") },
    { id: "complete", title: "Finished", members: of("complete") },
  ].filter((group) => group.members.length > 0);
}

/** The weekly check: who needs you first, in cards; everybody else below, a line each. */
export function WeekGroups({ members }: { readonly members: readonly Member[] }) {
  const stuck = members.filter(({ week }) => week.state === "stuck");
  return (
    <div className="space-y-10">
      {stuck.length === 0 ? null : (
        <section aria-labelledby="stuck">
          <h2 id="stuck" className="text-xl">
            Stuck: {countInWords(stuck.length, "person", "people")}
          </h2>
          <ul className="mt-4 grid items-start gap-4 lg:grid-cols-2">
            {stuck.map((member) => (
              <StuckCard key={member.id} member={member} />
            ))}
          </ul>
        </section>
      )}
      {groupsOf(members).map((group) => (
        <section key={group.id} aria-labelledby={group.id}>
          <h2 id={group.id} className="text-xl">
            {group.title}
          </h2>
          <ul className="mt-2">
            {group.members.map((member) => (
              <MemberLine key={member.id} member={member} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
