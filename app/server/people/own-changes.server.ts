/** What the audit has about a person, as far as it is theirs to know. */
import { auditWords } from "~/core/audit/audit-action";
import { detailInWords } from "~/core/audit/detail-words";
import type { Database } from "~/server/db.server";
import { aboutPerson } from "~/server/people/audit.server";

/** Somebody else's address is not theirs, also where it is their manager's. */
function withoutOthers(detail: string): unknown {
  try {
    return JSON.parse(detail, (key, value: unknown) =>
      key === "managerEmail" ? undefined : value,
    );
  } catch {
    return null;
  }
}

/** Oldest first: when, what, by whom as far as it was them, and from where where it was. */
export async function ownChanges(database: Database, personId: string) {
  const entries = await database.auditEntry.findMany({
    where: { OR: [{ subject: aboutPerson(personId) }, { actorId: personId }] },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return entries.map(({ at, action, subject, actorId, detail, address }) => {
    const mine = subject === aboutPerson(personId);
    return {
      at,
      what: auditWords(action),
      aboutMe: mine,
      by: actorId === personId ? "you" : actorId === null ? "nobody signed in" : "somebody else",
      from: actorId === personId ? address : null,
      // What they changed about others is those others' data.
      told: mine ? detailInWords(withoutOthers(detail)) : [],
    };
  });
}
