import type { AddedRole } from "~/core/access/policy";
import type { Database } from "~/server/db.server";

interface NewPerson {
  readonly name?: string;
  readonly email?: string;
  readonly timeZone?: string;
  readonly startDate?: string;
  readonly team?: string;
  readonly managerId?: string;
  readonly roles?: readonly AddedRole[];
  readonly paths?: readonly string[];
}

let count = 0;

/** A person in the database, with their team, roles and paths. */
export async function aPerson(database: Database, given: NewPerson = {}) {
  count += 1;
  const { team, managerId, roles = [], paths = [], ...plain } = given;
  const startDate = given.startDate ?? "2026-11-02";
  return database.person.create({
    data: {
      name: `Person ${String(count)}`,
      email: `person-${String(count)}@rapport.test`,
      timeZone: "Europe/Lisbon",
      startDate,
      ...plain,
      roles: { create: roles.map((role) => ({ role })) },
      assignments: { create: paths.map((pathSlug) => ({ pathSlug, startDate })) },
      ...(managerId === undefined ? {} : { manager: { connect: { id: managerId } } }),
      ...(team === undefined
        ? {}
        : { team: { connectOrCreate: { where: { name: team }, create: { name: team } } } }),
    },
  });
}
