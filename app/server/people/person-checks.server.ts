/** What only the database knows about a person's details. The result names the fields that are wrong. */
import type { PersonDetails } from "~/core/access/person.schema";
import type { Database, Transaction } from "~/server/db.server";
import { countAdmins } from "~/server/people/first-admin.server";

export type FieldErrors = Readonly<Record<string, string[]>>;

export class DetailsRefused extends Error {
  constructor(readonly fieldErrors: FieldErrors) {
    super("details refused");
  }
}

/** Why somebody cannot be given as the manager of `selfId`; null where nobody is, or they can be. */
async function managerProblem(
  database: Database | Transaction,
  { email, managerEmail }: Pick<PersonDetails, "email" | "managerEmail">,
  selfId: string | null,
): Promise<string | null> {
  if (managerEmail === null) return null;
  const manager = await database.person.findUnique({
    where: { email: managerEmail },
    select: {
      ...{ id: true, name: true, deactivatedAt: true, roles: { where: { role: "manager" } } },
      reports: { where: { id: selfId ?? "" }, select: { id: true } },
    },
  });
  // Their e-mail address of now may be about to become another one, and is theirs all the same.
  if (managerEmail === email || (manager !== null && manager.id === selfId)) {
    return "Nobody is their own manager.";
  }
  if (manager === null) return "Nobody with the role manager has this e-mail address.";
  // Whom they have already stands: the change is about something else.
  if (manager.reports.length > 0) return null;
  if (manager.deactivatedAt !== null) {
    return `${manager.name} is deactivated. Reactivate them first, or choose somebody else.`;
  }
  return manager.roles.length > 0
    ? null
    : `${manager.name} does not have the role manager. Give it to them first, or choose somebody else.`;
}

/** Throws `DetailsRefused`, so that a transaction is rolled back. `selfId` is whose details they are. */
export async function checkDetails(
  database: Database | Transaction,
  { email, managerEmail, roles }: PersonDetails,
  selfId: string | null,
): Promise<void> {
  const errors: Record<string, string[]> = {};
  const holder = await database.person.findUnique({ where: { email }, select: { id: true } });
  if (holder !== null && holder.id !== selfId) {
    errors["email"] = ["Somebody has this e-mail address already."];
  }
  const unmanageable = await managerProblem(database, { email, managerEmail }, selfId);
  if (unmanageable !== null) errors["managerEmail"] = [unmanageable];
  if (selfId !== null && !roles.includes("admin") && (await isLastAdmin(database, selfId))) {
    errors["roles"] = ["This is the last administrator. Make somebody else one first."];
  }
  if (Object.keys(errors).length > 0) throw new DetailsRefused(errors);
}

export async function isLastAdmin(
  database: Database | Transaction,
  personId: string,
): Promise<boolean> {
  const admin = await database.personRole.findUnique({
    where: { personId_role: { personId, role: "admin" }, person: { deactivatedAt: null } },
  });
  return admin !== null && (await countAdmins(database)) === 1;
}
