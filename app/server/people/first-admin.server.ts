/** The first administrator: set up by an address that the log prints while there is none. */
import type { Database, Transaction } from "~/server/db.server";
import { civilDateAt } from "~/core/calendar/civil-date";
import { addPeople } from "~/server/people/add-people.server";
import { findLink, makeLink, spendLink } from "~/server/people/one-time-link.server";
import { hashPassword } from "~/server/people/password-hash.server";

/** Administrators who can sign in, or could once they have set a password. */
export function countAdmins(database: Database | Transaction): Promise<number> {
  return database.person.count({
    where: { deactivatedAt: null, roles: { some: { role: "admin" } } },
  });
}

/** A new token while there is no administrator, else null. Tokens of earlier starts are void. */
export async function makeSetupToken(database: Database): Promise<string | null> {
  if ((await countAdmins(database)) > 0) return null;
  return makeLink(database, { purpose: "first-admin", personId: null });
}

/** Whether an address still sets somebody up. */
export async function setupIsOpen(database: Database, token: string): Promise<boolean> {
  return (
    (await findLink(database, "first-admin", token)) !== null && (await countAdmins(database)) === 0
  );
}

export interface FirstAdmin {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly address: string;
}

/** Null where the address is no longer good; "taken" where somebody has that e-mail address. */
export async function setUpFirstAdmin(
  database: Database,
  { token, email, name, password, address }: FirstAdmin,
): Promise<{ readonly id: string } | "taken" | null> {
  const link = await findLink(database, "first-admin", token);
  if (link === null) return null;
  // Hashing is dear on purpose, and whoever has no address must not make the server do it.
  const passwordHash = await hashPassword(password);
  return database.$transaction(async (transaction) => {
    if ((await countAdmins(transaction)) > 0) return null;
    if ((await transaction.person.count({ where: { email } })) > 0) return "taken" as const;
    if (!(await spendLink(transaction, link.id))) return null;
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const person = {
      email,
      name,
      timeZone,
      startDate: civilDateAt(new Date(), timeZone),
      team: null,
      managerEmail: null,
      roles: ["admin"] as const,
      passwordHash,
    };
    const [id = ""] = await addPeople(transaction, { id: null, address }, [person]);
    return { id };
  });
}
