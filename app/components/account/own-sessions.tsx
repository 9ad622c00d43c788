import { DateText } from "~/components/ui/date-text";
import { Icon } from "~/components/ui/icon";
import { Tag } from "~/components/ui/tag";

interface OwnSessionsProps {
  readonly sessions: readonly {
    readonly createdAt: string;
    readonly lastSeenAt: string;
    readonly shared: boolean;
    /** "Firefox on Windows"; null where it is not known. */
    readonly device: string | null;
    /** The one that this page was asked from. */
    readonly here: boolean;
  }[];
  readonly timeZone: string;
}

export function OwnSessions({ sessions, timeZone }: OwnSessionsProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
      {sessions.map(({ createdAt, lastSeenAt, shared, device, here }) => (
        <li key={`${createdAt} ${String(here)}`} className="flex gap-4 px-5 py-4">
          <Icon name={shared ? "people" : "person"} className="mt-1 size-5 text-ink-soft" />
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
              {shared ? "A shared computer" : "A device of my own"}
              {here ? <Tag look="success">This one</Tag> : null}
            </p>
            {device === null ? null : <p>{device}</p>}
            <p className="text-sm text-ink-soft">
              Signed in <DateText value={createdAt} timeZone={timeZone} withTime />, last used{" "}
              <DateText value={lastSeenAt} timeZone={timeZone} withTime />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
