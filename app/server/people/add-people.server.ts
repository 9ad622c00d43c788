/** Adding people: the one way in, for the form, the list, the command and the first administrator. */
import { randomUUID } from "node:crypto";
import type { AddedRole } from "~/core/access/policy";
import type { Transaction } from "~/server/db.server";
import { aboutPerson, appendAudit, type Actor } from "~/server/people/audit.server";
import { teamIds, withTeamsSpelled } from "~/server/people/teams.server";

/** The path in `content/paths/` that everybody is put on, from their start date. */
export const onboardingPath = "onboarding";

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  /** Civil date, YYYY-MM-DD. */
  readonly startDate: string;
  readonly timeZone: string;
  readonly team: string | null;
  /** Of somebody who is there already or comes with the same call. */
  readonly managerEmail: string | null;
  readonly roles: readonly AddedRole[];
  readonly passwordHash?: string | null;
  readonly demo?: boolean;
}

async function managerIds(
  transaction: Transaction,
  emails: readonly string[],
): Promise<Map<string, string>> {
  const managers = await transaction.person.findMany({
    where: { email: { in: [...emails] } },
    select: { id: true, email: true },
  });
  return new Map(managers.map(({ id, email }) => [email, id]));
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

/** Adds people whose details were checked; returns their ids in the same order. */
export async function addPeople(
  transaction: Transaction,
  actor: Actor,
  named: readonly NewPerson[],
): Promise<string[]> {
  const people = await withTeamsSpelled(transaction, named);
  const teams = await teamIds(transaction, distinct(people.map(({ team }) => team)));
  const rows = people.map((person) => ({ ...person, id: randomUUID() }));
  const known = await managerIds(transaction, distinct(people.map((one) => one.managerEmail)));
  const managers = new Map([...known, ...rows.map(({ email, id }) => [email, id] as const)]);
  await transaction.person.createMany({
    data: rows.map(({ id, email, name, startDate, timeZone, team, passwordHash, demo }) => ({
      id,
      email,
      name,
      startDate,
      timeZone,
      teamId: team === null ? null : (teams.get(team) ?? null),
      passwordHash: passwordHash ?? null,
      demo: demo ?? false,
    })),
  });
  // A manager may come further down the same list: everybody has to be there first.
  for (const managerEmail of distinct(people.map((one) => one.managerEmail))) {
    const managed = rows.filter((row) => row.managerEmail === managerEmail).map(({ id }) => id);
    await transaction.person.updateMany({
      where: { id: { in: managed } },
      data: { managerId: managers.get(managerEmail) ?? null },
    });
  }
  await transaction.personRole.createMany({
    data: rows.flatMap(({ id, roles }) => roles.map((role) => ({ personId: id, role }))),
  });
  await transaction.assignment.createMany({
    data: rows.map(({ id, startDate }) => ({
      personId: id,
      pathSlug: onboardingPath,
      startDate,
    })),
  });
  await appendAudit(
    transaction,
    actor,
    rows.map(({ id, email, name, startDate, team, managerEmail, roles }) => ({
      action: "person.added",
      subject: aboutPerson(id),
      detail: { email, name, startDate, team, managerEmail, roles },
    })),
  );
  return rows.map(({ id }) => id);
}
