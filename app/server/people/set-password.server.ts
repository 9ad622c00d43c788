/** Setting a password by a one-time address. Every session of the person ends. */
import type { Database } from "~/server/db.server";
import { aboutPerson, appendAudit } from "~/server/people/audit.server";
import { findLink, spendLink } from "~/server/people/one-time-link.server";
import { hashPassword } from "~/server/people/password-hash.server";
import { endSessionsOf } from "~/server/people/session.server";
import { forgetTries } from "~/server/people/sign-in-limits.server";

/** The person whose password is set; null where the address is no longer good. */
export async function setPasswordByLink(
  database: Database,
  { token, password, address }: { token: string; password: string; address: string },
): Promise<string | null> {
  const link = await findLink(database, "set-password", token);
  if (link?.person == null) return null;
  const { id: personId, email } = link.person;
  const passwordHash = await hashPassword(password);
  const done = await database.$transaction(async (transaction) => {
    if (!(await spendLink(transaction, link.id))) return false;
    await transaction.person.update({ where: { id: personId }, data: { passwordHash } });
    const ended = await endSessionsOf(transaction, personId);
    await appendAudit(transaction, { id: personId, address }, [
      { action: "password.set", subject: aboutPerson(personId), detail: { sessionsEnded: ended } },
    ]);
    return true;
  });
  if (!done) return null;
  await forgetTries(database, { email, address });
  return personId;
}
