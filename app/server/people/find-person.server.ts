/** One person, for administrators. */
import { byName } from "~/core/prose/by-name";
import type { Database } from "~/server/db.server";
import { aboutPerson } from "~/server/people/audit.server";
import { addedRolesOf } from "~/server/people/find-people.server";
import { sessionsOf } from "~/server/people/session.server";

/** One person with their sessions and the last changes; null where there is none. */
export async function findPerson(database: Database, id: string) {
  const person = await database.person.findUnique({
    where: { id },
    include: {
      team: { select: { name: true } },
      manager: { select: { email: true } },
      reports: {
        where: { deactivatedAt: null },
        orderBy: { id: "asc" },
        select: { id: true, name: true },
      },
      roles: { select: { role: true } },
    },
  });
  if (person === null) return null;
  const entries = await database.auditEntry.findMany({
    where: { subject: aboutPerson(id) },
    orderBy: { at: "desc" },
    take: 20,
  });
  const actorIds = entries.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
  const actors = await database.person.findMany({
    where: { id: { in: actorIds } },
    select: { id: true, name: true },
  });
  const { name, email, startDate, timeZone, demo } = person;
  return {
    id,
    erased: person.erasedAt !== null,
    demo,
    details: {
      name,
      email,
      startDate,
      timeZone,
      team: person.team?.name ?? "",
      managerEmail: person.manager?.email ?? "",
      roles: addedRolesOf(person.roles),
    },
    deactivatedAt: person.deactivatedAt,
    hasPassword: person.passwordHash !== null,
    sessions: (await sessionsOf(database, id)).map(({ createdAt, lastSeenAt, idleMinutes }) => ({
      ...{ createdAt, lastSeenAt, idleMinutes },
    })),
    reports: person.reports.toSorted(byName),
    history: entries.map(({ at, action, address, actorId }) => ({
      at,
      action,
      address,
      by: actors.find((actor) => actor.id === actorId)?.name ?? null,
    })),
  };
}
