/** Teams are there by being named: one that is new is made, and one that is there is spelled as it is. */
import { randomUUID } from "node:crypto";
import { teamSpelling } from "~/core/access/team-spelling";
import { byName } from "~/core/prose/by-name";
import type { Database, Transaction } from "~/server/db.server";

/** In the order of the alphabet. */
export async function teamNames(database: Database | Transaction): Promise<string[]> {
  const teams = await database.team.findMany({ select: { name: true } });
  return teams.sort(byName).map(({ name }) => name);
}

/** The same people with their teams spelled as those that are there. */
export async function withTeamsSpelled<Person extends { readonly team: string | null }>(
  database: Database | Transaction,
  people: readonly Person[],
): Promise<Person[]> {
  const spelled = teamSpelling(await teamNames(database));
  return people.map((person) => ({
    ...person,
    team: person.team === null ? null : spelled(person.team),
  }));
}

/** The ids of teams of these names; those that there are none of are made. */
export async function teamIds(
  transaction: Transaction,
  names: readonly string[],
): Promise<Map<string, string>> {
  const teams = await transaction.team.findMany({ where: { name: { in: [...names] } } });
  const known = new Set(teams.map(({ name }) => name));
  const missing = names
    .filter((name) => !known.has(name))
    .map((name) => ({ id: randomUUID(), name }));
  if (missing.length > 0) await transaction.team.createMany({ data: missing });
  return new Map([...teams, ...missing].map(({ id, name }) => [name, id]));
}

/** The id of a team of this name, which is made where there is none. */
export async function teamIdOf(
  transaction: Transaction,
  name: string | null,
): Promise<string | null> {
  if (name === null) return null;
  return (await teamIds(transaction, [name])).get(name) ?? null;
}
