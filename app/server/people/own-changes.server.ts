/** What the audit has about a person, as far as it is theirs to know. */
import { ownChangeInWords, type Doer } from "~/core/audit/own-change-words";
import type { Database } from "~/server/db.server";
import { aboutPerson } from "~/server/people/audit.server";
import { named, titlesOf } from "~/server/people/piece-titles.server";

/** Somebody else's address is not theirs, also where it is their manager's; nor is somebody's id. */
function withoutOthers(detail: string): Record<string, unknown> {
  try {
    const kept = JSON.parse(detail, (key, value: unknown) => {
      if (key === "personId") return undefined;
      if (key !== "managerEmail") return value;
      // That it changed is theirs to know, and not from whom to whom.
      return Array.isArray(value) ? true : undefined;
    }) as unknown;
    const isRecord = typeof kept === "object" && kept !== null && !Array.isArray(kept);
    return isRecord ? { ...kept } : {};
  } catch {
    return {};
  }
}

/** What entries call this person, and the records and runs that are theirs, each with what it is of. */
async function ownSubjects(database: Database, personId: string) {
  const where = { personId };
  const records = await database.completion.findMany({
    where,
    select: { id: true, kind: true, title: true },
  });
  const runs = await database.attempt.findMany({
    where,
    select: { id: true, scenarioSlug: true, revision: { select: { title: true } } },
  });
  return new Map([
    [aboutPerson(personId), null],
    ...records.map(({ id, kind, title }) => [`completion:${id}`, named(kind, title)] as const),
    ...runs.map(
      ({ id, scenarioSlug, revision }) =>
        [`attempt:${id}`, named("scenario", revision?.title ?? scenarioSlug)] as const,
    ),
  ]);
}

/** Who did it: oneself, a colleague who is not named, or nobody who was signed in. */
function doer(personId: string, actorId: string | null, address: string | null): Doer {
  if (actorId === personId) return "you";
  if (actorId !== null) return "other";
  return address === null ? "command" : "visitor";
}

/**
 * Oldest first: when, what, by whom as far as it was them, and from where where it was. `inWords`
 * is the whole in a sentence, with days and times where the person is.
 */
export async function ownChanges(database: Database, personId: string, timeZone: string) {
  const own = await ownSubjects(database, personId);
  const given = { action: "attempt.granted", detail: { contains: JSON.stringify(personId) } };
  const entries = await database.auditEntry.findMany({
    where: { OR: [{ subject: { in: [...own.keys()] } }, { actorId: personId }, given] },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const titles = await titlesOf(
    database,
    entries.map(({ subject }) => subject),
  );
  return entries.map(({ at, action, subject, actorId, detail, address }) => {
    const aboutMe =
      own.has(subject) || (action === given.action && detail.includes(given.detail.contains));
    const by = doer(personId, actorId, address);
    const change = {
      ...{ action, by, aboutMe },
      // What they changed about others is those others' data.
      detail: aboutMe ? withoutOthers(detail) : null,
      thing: own.get(subject) ?? titles.get(subject) ?? null,
    };
    return {
      ...{ at, action, by, aboutMe },
      from: actorId === personId ? address : null,
      detail: change.detail,
      inWords: ownChangeInWords(change, timeZone),
    };
  });
}
