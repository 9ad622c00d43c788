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

/** What entries call this person, and the records and runs that are theirs. */
async function ownSubjects(database: Database, personId: string): Promise<string[]> {
  const own = { where: { personId }, select: { id: true } };
  const records = await database.completion.findMany(own);
  const runs = await database.attempt.findMany(own);
  return [
    aboutPerson(personId),
    ...records.map(({ id }) => `completion:${id}`),
    ...runs.map(({ id }) => `attempt:${id}`),
  ];
}

/** Who did it: oneself, a colleague who is not named, or nobody who was signed in. */
function doer(personId: string, actorId: string | null, address: string | null): string {
  if (actorId === personId) return "you";
  if (actorId !== null) return "somebody else";
  return address === null ? "a command on the server" : "somebody not signed in";
}

/** Oldest first: when, what, by whom as far as it was them, and from where where it was. */
export async function ownChanges(database: Database, personId: string) {
  const subjects = new Set(await ownSubjects(database, personId));
  const given = { action: "attempt.granted", detail: { contains: JSON.stringify(personId) } };
  const entries = await database.auditEntry.findMany({
    where: { OR: [{ subject: { in: [...subjects] } }, { actorId: personId }, given] },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return entries.map(({ at, action, subject, actorId, detail, address }) => {
    const mine =
      subjects.has(subject) || (action === given.action && detail.includes(given.detail.contains));
    return {
      at,
      what: mine ? auditWords(action).replace("the person", "you") : auditWords(action),
      aboutMe: mine,
      by: doer(personId, actorId, address),
      from: actorId === personId ? address : null,
      // What they changed about others is those others' data.
      told: mine ? detailInWords(withoutOthers(detail)) : [],
    };
  });
}
