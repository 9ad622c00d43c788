/** The list of people, for administrators: narrowed, and page by page. */
import { addedRoles, type AddedRole } from "~/core/access/policy";
import { inEveryCase } from "~/core/prose/search-words";
import type { Database } from "~/server/db.server";

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

/** The added roles of somebody, in the order in which they are told. */
export function addedRolesOf(rows: readonly { role: string }[]): AddedRole[] {
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
