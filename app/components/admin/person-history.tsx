import { Link } from "@remix-run/react";
import { DateText } from "~/components/ui/date-text";
import { actorInWords } from "~/core/audit/actor-words";
import { auditWords } from "~/core/audit/audit-action";
import { paths } from "~/paths";

interface Entry {
  readonly at: string;
  readonly action: string;
  readonly address: string | null;
  /** Null for a command on the server, or the person's own act before they signed in. */
  readonly by: string | null;
}

interface PersonHistoryProps {
  readonly personId: string;
  readonly entries: readonly Entry[];
  readonly timeZone: string;
}

/** The last changes, newest first. */
export function PersonHistory({ personId, entries, timeZone }: PersonHistoryProps) {
  return (
    <section aria-labelledby="history" className="space-y-3">
      <h2 id="history" className="text-xl">
        History
      </h2>
      {entries.length === 0 ? (
        <p className="text-ink-soft">Nothing has been changed.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {entries.map(({ at, action, address, by }) => (
            <li key={`${at} ${action}`} className="py-2.5">
              <span className="font-medium">{actorInWords(by, address)}</span>: {auditWords(action)}
              <span className="block text-ink-soft">
                <DateText value={at} timeZone={timeZone} withTime />
                {address === null ? "" : ` from ${address}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link
          to={paths.adminAudit({ person: personId })}
          className="inline-flex min-h-11 items-center text-link underline underline-offset-4"
        >
          Everything the audit has about them
        </Link>
      </p>
    </section>
  );
}
