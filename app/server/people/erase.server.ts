/**
 * Erasing a person: their identity becomes a random token, their words go, their sessions and
 * addresses end. What they did stays as counts, matched rows and records, so that every total is
 * still right and every attempt still replays. It cannot be undone. See docs/decisions/027.
 */
import { randomBytes } from "node:crypto";
import { fail, ok, type Result } from "~/core/result";
import { forgetErased } from "~/server/operations/forget.server";
import type { Database, Transaction } from "~/server/db.server";
import { removeKeptMail } from "~/server/mail/mail.server";
import { aboutPerson, appendAudit, type Actor } from "~/server/people/audit.server";
import { namesOf, redactAudit } from "~/server/people/erase-audit.server";
import { eraseReplies } from "~/server/people/erase-replies.server";
import { isLastAdmin } from "~/server/people/person-checks.server";
import { endSessionsOf } from "~/server/people/session.server";
import { tryKeyOf } from "~/server/people/sign-in-limits.server";

async function eraseWords(transaction: Transaction, personId: string) {
  const where = { personId };
  const replies = await eraseReplies(transaction, personId);
  await transaction.keptForm.deleteMany({ where });
  await transaction.attemptSharing.deleteMany({ where: { attempt: { personId } } });
  const goals = await transaction.goal.updateMany({ where, data: { when: "", will: "" } });
  const reflections = await transaction.reflection.updateMany({ where, data: { text: "" } });
  const reasons = await transaction.completion.updateMany({
    where: { personId, reason: { not: null } },
    data: { reason: "" },
  });
  const grants = await transaction.attemptGrant.updateMany({ where, data: { reason: "" } });
  return {
    typedReplies: replies,
    goals: goals.count,
    reflections: reflections.count,
    reasons: reasons.count + grants.count,
  };
}

async function eraseIdentity(transaction: Transaction, id: string, now: Date): Promise<void> {
  const token = randomBytes(9).toString("hex");
  await transaction.person.update({
    where: { id },
    data: {
      // RFC 2606: nobody can have, or be mailed at, an address there.
      email: `${token}@erased.invalid`,
      name: `Erased person ${token.slice(0, 6)}`,
      passwordHash: null,
      demo: false,
      erasedAt: now,
    },
  });
  await transaction.person.updateMany({
    where: { id, deactivatedAt: null },
    data: { deactivatedAt: now },
  });
  await transaction.personRole.deleteMany({ where: { personId: id } });
  await transaction.oneTimeLink.deleteMany({ where: { personId: id } });
}

/** In a transaction of its own, so that append-only tables give words out only while it lasts. */
export async function eraseIn(
  transaction: Transaction,
  actor: Actor,
  id: string,
  now: Date,
): Promise<string[]> {
  const person = await transaction.person.findUniqueOrThrow({
    where: { id },
    select: { id: true, name: true, email: true },
  });
  await transaction.erasure.create({ data: { personId: id, at: now, underWay: true } });
  const names = await namesOf(transaction, person);
  const sessions = await endSessionsOf(transaction, id);
  const words = await eraseWords(transaction, id);
  const auditEntries = await redactAudit(transaction, id, names);
  await eraseIdentity(transaction, id, now);
  const tries = names.map((name) => tryKeyOf(name));
  await transaction.rateLimiterFlexible.deleteMany({ where: { key: { in: tries } } });
  await appendAudit(transaction, actor, [
    {
      action: "person.erased",
      subject: aboutPerson(id),
      detail: { ...words, sessions, auditEntries },
    },
  ]);
  await transaction.erasure.update({ where: { personId: id }, data: { underWay: false } });
  return names;
}

export interface Erased {
  /** False where old pages stay in the file for now, as while a backup reads it; a start ends that. */
  readonly forgotten: boolean;
}

/** Erases a person for good; a problem is a sentence, and then nothing was changed. */
export async function erasePerson(
  database: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Result<Erased, string>> {
  if (actor.id === id) return fail("You cannot erase yourself. Another administrator can.");
  const erased = await database.$transaction(
    async (transaction): Promise<Result<string[], string>> => {
      if (await isLastAdmin(transaction, id)) {
        return fail("This is the last administrator. Make somebody else one first.");
      }
      const there = await transaction.person.count({ where: { id, erasedAt: null } });
      return there === 0
        ? fail("They are erased already.")
        : ok(await eraseIn(transaction, actor, id, now));
    },
    { timeout: 60_000 },
  );
  if (!erased.ok) return erased;
  await removeKeptMail(erased.value);
  return ok({ forgotten: await forgetErased(database) });
}
