/** One-time addresses for many people at once: made together, shown once, to print or to copy. */
import { byName } from "~/core/prose/by-name";
import type { Database } from "~/server/db.server";
import { aboutPerson, appendAudit, type Actor } from "~/server/people/audit.server";
import { withoutPassword } from "~/server/people/find-people.server";
import { passwordAddress } from "~/server/people/invitation.server";
import { makePasswordLinks } from "~/server/people/one-time-link.server";

/** More slips than that are no page to print; the others come when these have set their passwords. */
const mostAtOnce = 500;

/** Active people without a password, by name; each with the end of the address that they have already. */
export async function peopleToAddress(database: Database, now: Date = new Date()) {
  const people = await database.person.findMany({
    where: withoutPassword,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: mostAtOnce + 1,
    select: {
      id: true,
      name: true,
      email: true,
      team: { select: { name: true } },
      oneTimeLinks: {
        where: { purpose: "set-password", usedAt: null, expiresAt: { gt: now } },
        select: { expiresAt: true },
      },
    },
  });
  return {
    people: people
      .slice(0, mostAtOnce)
      .sort(byName)
      .map(({ team, oneTimeLinks, ...person }) => ({
        ...person,
        team: team?.name ?? null,
        openUntil: oneTimeLinks[0]?.expiresAt ?? null,
      })),
    more: people.length > mostAtOnce,
  };
}

export interface Addressed {
  readonly name: string;
  readonly email: string;
  readonly address: string;
}

/** For those of the ids who still have no password; an earlier address of theirs is worth nothing any more. */
export async function addressAll(
  database: Database,
  actor: Actor,
  ids: readonly string[],
): Promise<readonly Addressed[]> {
  return database.$transaction(async (transaction) => {
    const found = await transaction.person.findMany({
      where: { ...withoutPassword, id: { in: ids.slice(0, mostAtOnce) } },
      orderBy: { id: "asc" },
      select: { id: true, name: true, email: true },
    });
    const people = found.sort(byName);
    const tokens = await makePasswordLinks(
      transaction,
      people.map(({ id }) => id),
    );
    await appendAudit(
      transaction,
      actor,
      people.map(({ id }) => ({ action: "password-address.made", subject: aboutPerson(id) })),
    );
    return people.map(({ name, email }, at) => ({
      ...{ name, email },
      address: passwordAddress(tokens[at] ?? ""),
    }));
  });
}
