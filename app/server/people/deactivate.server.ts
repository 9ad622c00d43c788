/** Shutting a person out, and letting them in again. Nothing of their record changes. */
import { fail, ok, type Result } from "~/core/result";
import type { Database } from "~/server/db.server";
import { aboutPerson, appendAudit, type Actor } from "~/server/people/audit.server";
import { isLastAdmin } from "~/server/people/person-checks.server";
import { endSessionsOf } from "~/server/people/session.server";

/** Ends every session and every unused address; a problem is a sentence. */
export async function deactivate(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Result<null, string>> {
  if (actor.id === id) {
    return fail("You cannot deactivate yourself. Another administrator can.");
  }
  return database.$transaction(async (transaction) => {
    if (await isLastAdmin(transaction, id)) {
      return fail("This is the last administrator. Make somebody else one first.");
    }
    const { count } = await transaction.person.updateMany({
      where: { id, deactivatedAt: null },
      data: { deactivatedAt: new Date() },
    });
    if (count === 0) return ok(null);
    const sessionsEnded = await endSessionsOf(transaction, id);
    await transaction.oneTimeLink.deleteMany({ where: { personId: id, usedAt: null } });
    await appendAudit(transaction, actor, [
      { action: "person.deactivated", subject: aboutPerson(id), detail: { sessionsEnded } },
    ]);
    return ok(null);
  });
}

export async function reactivate(database: Database, actor: Actor, id: string): Promise<void> {
  await database.$transaction(async (transaction) => {
    const { count } = await transaction.person.updateMany({
      // Whoever was erased is nobody any more.
      where: { id, deactivatedAt: { not: null }, erasedAt: null },
      data: { deactivatedAt: null },
    });
    if (count === 0) return;
    await appendAudit(transaction, actor, [
      { action: "person.reactivated", subject: aboutPerson(id) },
    ]);
  });
}
