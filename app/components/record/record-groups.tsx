import { RecordItem } from "./record-item";
import type { RecordGroup } from "~/core/completion/grouped";

interface RecordGroupsProps {
  readonly groups: readonly RecordGroup[];
  /** A civil date. */
  readonly today: string;
  /** They are the reader's own, who can see the evidence again. */
  readonly own?: boolean;
}

/** A person's record: each course with its lessons and role-plays, each thing once. */
export function RecordGroups({ groups, today, own = false }: RecordGroupsProps) {
  return (
    <div className="mt-5 space-y-8">
      {groups.map(({ key, title, whole, parts }) => (
        <div key={key}>
          <h3 className="border-b border-line-strong pb-2 text-lg">
            {title ?? "Outside a course"}
          </h3>
          <ul className="divide-y divide-line">
            {whole === null ? null : (
              <RecordItem {...whole} today={today} own={own} named={false} />
            )}
            {parts.map((entry) => (
              <RecordItem key={entry.latest.id} {...entry} today={today} own={own} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
