/** Looking people up, for administrators. */
import { addedRoles, type AddedRole } from "~/core/access/policy";
import { byName } from "~/core/prose/by-name";
import { inEveryCase } from "~/core/prose/search-words";
import type { Database } from "~/server/db.server";
import { aboutPerson } from "~/server/people/audit.server";
import { sessionsOf } from "~/server/people/session.server";

const pageSize = 50;

export const standings = ["active", "deactivated", "everyone"] as const;
export type Standing = (typeof standings)[number];

export interface Search {
  /** In the name or the e-mail address. */
  readonly words: string;
  readonly standing: Standing;
  /** From 1. */
  readonly page: number;
}

function addedRolesOf(rows: readonly { role: string }[]): AddedRole[] {
  return addedRoles.filter((role) => rows.some((row) => row.role === role));
}

const ofStanding = {
  active: { deactivatedAt: null },
  deactivated: { deactivatedAt: { not: null } },
  everyone: {},
} as const;

/** Active people who cannot sign in yet. */
export const withoutPassword = { passwordHash: null, deactivatedAt: null } as const;

export async function listPeople(database: Database, { words, standing, page }: Search) {
  const where = {
    ...ofStanding[standing],
    ...(words === ""
      ? {}
      : {
          OR: inEveryCase(words).flatMap((text) => [
            { name: { contains: text } },
            { email: { contains: text } },
          ]),
        }),
  };
  const [active, deactivated, waiting, found, rows] = await Promise.all([
    database.person.count({ where: ofStanding.active }),
    database.person.count({ where: ofStanding.deactivated }),
    database.person.count({ where: withoutPassword }),
    database.person.count({ where }),
    database.person.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        id: true,
        name: true,
        email: true,
        startDate: true,
        deactivatedAt: true,
        erasedAt: true,
        passwordHash: true,
        team: { select: { name: true } },
        manager: { select: { name: true } },
        roles: { select: { role: true } },
      },
    }),
  ]);
  const people = rows.map(
    ({ passwordHash, deactivatedAt, erasedAt, team, manager, roles, ...row }) => ({
      ...row,
      team: team?.name ?? null,
      manager: manager?.name ?? null,
      roles: addedRolesOf(roles),
      deactivated: deactivatedAt !== null,
      erased: erasedAt !== null,
      hasPassword: passwordHash !== null,
    }),
  );
  const counts = { found, active, deactivated, waiting };
  return { people, ...counts, pages: Math.max(1, Math.ceil(found / pageSize)) };
}

/** Nobody else was ever here: an administrator who has just set Rapport up. */
export async function isAlone(database: Database, id: string): Promise<boolean> {
  const other = await database.person.findFirst({
    where: { id: { not: id } },
    select: { id: true },
  });
  return other === null;
}

/** One person with their sessions and the last changes; null where there is none. */
export async function findPerson(database: Database, id: string) {
  const person = await database.person.findUnique({
    where: { id },
    include: {
      team: { select: { name: true } },
      manager: { select: { email: true } },
      reports: {
        where: ofStanding.active,
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
