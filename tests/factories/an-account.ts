import type { Database } from "~/server/db.server";
import { addPeople, type NewPerson } from "~/server/people/add-people.server";
import { hashPassword } from "~/server/people/password-hash.server";

export const accountPassword = "kettle window nine trams";

let count = 0;

/** A person who can sign in with `accountPassword`. */
export async function anAccount(
  database: Database,
  given: Partial<NewPerson> = {},
): Promise<NewPerson & { readonly id: string }> {
  count += 1;
  const person: NewPerson = {
    email: `account-${String(count)}@example.test`,
    name: `Account ${String(count)}`,
    startDate: "2026-11-02",
    timeZone: "Europe/Lisbon",
    team: null,
    managerEmail: null,
    roles: [],
    passwordHash: await hashPassword(accountPassword),
    ...given,
  };
  const [id = ""] = await database.$transaction((transaction) =>
    addPeople(transaction, { id: null, address: null }, [person]),
  );
  return { ...person, id };
}
