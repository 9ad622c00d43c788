/** What whoever runs the server may do from its command line, without an account. */
import { civilDateAt } from "~/core/calendar/civil-date";
import { emailAddress } from "~/core/access/sign-in.schema";
import { personName } from "~/core/access/choose-password.schema";
import { fail, ok, type Result } from "~/core/result";
import type { Database } from "~/server/db.server";
import { addPeople } from "~/server/people/add-people.server";
import { aboutPerson, appendAudit, type Actor } from "~/server/people/audit.server";
import { passwordAddress } from "~/server/people/invitation.server";
import { makeLink } from "~/server/people/one-time-link.server";

const operator: Actor = { id: null, address: null };

function firstProblem(...checks: { error?: { issues: { message: string }[] } | undefined }[]) {
  return checks.find((check) => check.error !== undefined)?.error?.issues[0]?.message ?? "";
}

/** An administrator, new or out of somebody who is there; the result is a one-time address. */
export async function addAdmin(
  database: Database,
  email: string,
  name: string,
): Promise<Result<string, string>> {
  const address = emailAddress.safeParse(email);
  const called = personName.safeParse(name);
  if (!address.success || !called.success) return fail(`${firstProblem(address, called)}.`);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const token = await database.$transaction(async (transaction) => {
    const known = await transaction.person.findUnique({ where: { email: address.data } });
    let personId = known?.id;
    if (personId === undefined) {
      const person = {
        email: address.data,
        name: called.data,
        timeZone,
        startDate: civilDateAt(new Date(), timeZone),
        team: null,
        managerEmail: null,
        roles: ["admin"] as const,
      };
      [personId = ""] = await addPeople(transaction, operator, [person]);
    } else {
      const role = { personId, role: "admin" };
      await transaction.personRole.upsert({
        where: { personId_role: role },
        create: role,
        update: {},
      });
      const { count } = await transaction.person.updateMany({
        where: { id: personId, deactivatedAt: { not: null }, erasedAt: null },
        data: { deactivatedAt: null },
      });
      const subject = aboutPerson(personId);
      await appendAudit(transaction, operator, [
        { action: "person.made-admin", subject },
        ...(count === 0 ? [] : [{ action: "person.reactivated" as const, subject }]),
      ]);
    }
    return makeLink(transaction, { purpose: "set-password", personId });
  });
  return ok(passwordAddress(token));
}

/** A one-time address to set the password of somebody who is there. */
export async function passwordAddressFor(
  database: Database,
  email: string,
): Promise<Result<string, string>> {
  const address = emailAddress.safeParse(email);
  if (!address.success) return fail(`${firstProblem(address)}.`);
  const person = await database.person.findUnique({ where: { email: address.data } });
  if (person === null) return fail("Nobody here has that e-mail address.");
  if (person.deactivatedAt !== null) {
    return fail(
      "They are deactivated, so that an address would open nothing. Reactivate them on their page first.",
    );
  }
  const token = await database.$transaction(async (transaction) => {
    await appendAudit(transaction, operator, [
      { action: "password-address.made", subject: aboutPerson(person.id) },
    ]);
    return makeLink(transaction, { purpose: "set-password", personId: person.id });
  });
  return ok(passwordAddress(token));
}
