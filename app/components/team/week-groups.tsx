import { isLate } from "~/core/course/stuck";
import { countInWords } from "~/core/prose/in-words";
import { MemberLine, StuckCard, type Member } from "./week-card";

type GroupId = Member["week"]["state"] | "late";

/** Nobody is on their way of whom nothing is recorded, or whose next step was due. */
function groupOf(member: Member): GroupId {
  const { state } = member.week;
  if (state !== "under-way") return state;
  if (isLate(member)) return "late";
  return member.lastStep === null ? "not-started" : state;
}

interface Group {
  readonly id: GroupId;
  readonly title: string;
  readonly members: readonly Member[];
}

const titles: readonly Omit<Group, "members">[] = [
  { id: "late", title: "A little late" },
  { id: "under-way", title: "On their way" },
  { id: "not-started", title: "Not started yet" },
  { id: "no-path", title: "Without a path" },
  { id: "complete", title: "Finished" },
];

function groupsOf(members: readonly Member[]): readonly Group[] {
  return titles
    .map(({ id, title }) => ({
      ...{ id, title },
      members: members.filter((member) => groupOf(member) === id),
    }))
    .filter((group) => group.members.length > 0);
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
          <ul className="mt-4 grid gap-4 lg:grid-cols-2">
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
