import { Link } from "@remix-run/react";
import { DateText } from "~/components/ui/date-text";
import { actorInWords } from "~/core/audit/actor-words";
import { auditWords } from "~/core/audit/audit-action";
import type { AuditEntry } from "~/core/audit/audit-entry";
import { kindNames } from "~/core/completion/rule";
import { paths } from "~/paths";

interface AuditEntriesProps {
  readonly entries: readonly AuditEntry[];
  readonly timeZone: string;
}

const link = "text-link underline underline-offset-4";

function Who({ actorId, actor, address }: AuditEntry) {
  if (actorId !== null && actor !== null) {
    return (
      <Link to={paths.adminAudit({ person: actorId })} className={link}>
        {actor}
      </Link>
    );
  }
  return actorInWords(actor, address);
}

/** Whom or what it is about; nothing where somebody did it to themself. */
function About({ action, actorId, personId, person, subject, thing }: AuditEntry) {
  if (personId !== null && person !== null) {
    if (personId === actorId) return null;
    // "Erased the person", and then not "Erased person" again.
    const erased = action === "person.erased";
    return (
      <>
        {erased ? " " : ": "}
        <Link to={paths.adminPerson(personId)} className={link}>
          {erased ? person.replace(/^Erased person /, "") : person}
        </Link>
        {thing === null ? null : ` (${thing})`}
      </>
    );
  }
  if (thing !== null) return `: ${thing}`;
  const [what = "", name = ""] = subject.split(/:(.*)/s);
  if (["people", "database", "sign-in", "person", "completion", "attempt"].includes(what))
    return null;
  // No revision of it is left: then it is told by the name of its file.
  return `: ${what === "scenario" ? kindNames.scenario : what.replace(/-/g, " ")} ${name}`;
}

/** Newest first: who did what to whom in one line, the rest below it. */
export function AuditEntries({ entries, timeZone }: AuditEntriesProps) {
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-sheet">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="keep-together grid gap-x-6 gap-y-1 px-4 py-3.5 sm:grid-cols-[11rem_minmax(0,1fr)] sm:px-5"
        >
          <p className="text-sm text-ink-soft sm:pt-0.5">
            <DateText value={entry.at} timeZone={timeZone} withTime />
          </p>
          <div className="min-w-0">
            <p className="wrap-anywhere">
              <Who {...entry} /> {auditWords(entry.action)}
              <About {...entry} />
            </p>
            {entry.told.length === 0 && entry.address === null ? null : (
              <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5 text-sm wrap-anywhere text-ink-soft">
                {entry.told.map((one) => (
                  <li key={one}>{one}</li>
                ))}
                {entry.address === null ? null : <li>from {entry.address}</li>}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
