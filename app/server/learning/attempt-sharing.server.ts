/** A person shares one of their runs with their manager or the trainers, and takes it back. */
import type { Audience } from "~/core/access/policy";
import { fail, ok, type Result } from "~/core/result";
import type { Database } from "~/server/db.server";
import { activeManagerOf, type ActiveManager } from "~/server/people/active-manager.server";
import { appendAudit, type Actor } from "~/server/people/audit.server";

/** What the owner of a run sees of its sharing. */
export interface Sharing {
  /** Whom "my manager" means now; null where nobody does. */
  readonly manager: ActiveManager | null;
  /** The course said before it began that the manager sees it. */
  readonly announced: boolean;
  readonly shared: readonly {
    readonly audience: Audience;
    /** Of the manager it was shared with. Somebody who is not the manager any more sees nothing. */
    readonly withId: string | null;
    readonly withName: string | null;
    readonly words: boolean;
    /** ISO instant. */
    readonly at: string;
  }[];
}

interface Asked {
  readonly attemptId: string;
  readonly personId: string;
  readonly audience: Audience;
}

export async function readSharing(
  database: Database,
  { attemptId, personId }: Pick<Asked, "attemptId" | "personId">,
): Promise<Sharing> {
  const rows = await database.attemptSharing.findMany({
    where: { attemptId, attempt: { personId } },
    orderBy: { audience: "asc" },
  });
  const run = await database.attempt.findUnique({
    where: { id: attemptId, personId },
    select: { announced: true },
  });
  const ids = rows.flatMap(({ withId }) => withId ?? []);
  const people = await database.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return {
    manager: await activeManagerOf(database, personId),
    announced: run?.announced === true,
    shared: rows.map(({ audience, withId, words, at }) => ({
      audience: audience === "manager" ? "manager" : "trainer",
      withId,
      withName: people.find(({ id }) => id === withId)?.name ?? null,
      words,
      at: at.toISOString(),
    })),
  };
}

const sentences = {
  notYours: "That run is not one of yours.",
  notEnded: "Share it once it has ended: until then it changes with every answer.",
  nobody: "Nobody is your manager here, so there is nobody to share it with.",
} as const;

/** Shares the run, or changes what is shared of it; a sentence where it cannot be. */
export async function shareAttempt(
  database: Database,
  actor: Actor,
  { attemptId, personId, audience, words }: Asked & { readonly words: boolean },
): Promise<Result<null, string>> {
  const manager = audience === "manager" ? await activeManagerOf(database, personId) : null;
  if (audience === "manager" && manager === null) return fail(sentences.nobody);
  const withId = manager?.id ?? null;
  return database.$transaction(async (transaction) => {
    const attempt = await transaction.attempt.findUnique({
      where: { id: attemptId, personId },
      select: { endedAt: true, sharings: { where: { audience } } },
    });
    if (attempt === null) return fail(sentences.notYours);
    if (attempt.endedAt === null) return fail(sentences.notEnded);
    const [before] = attempt.sharings;
    if (before?.withId === withId && before.words === words) return ok(null);
    const at = new Date();
    await transaction.attemptSharing.upsert({
      where: { attemptId_audience: { attemptId, audience } },
      update: { withId, words, at },
      create: { attemptId, audience, withId, words, at },
    });
    await appendAudit(transaction, actor, [
      {
        action: "attempt.shared",
        subject: `attempt:${attemptId}`,
        detail: { with: audience, ...(withId === null ? {} : { personId: withId }), words },
      },
    ]);
    return ok(null);
  });
}

/** From now on it is not there for them. Taking back what is not shared changes nothing. */
export async function takeBack(
  database: Database,
  actor: Actor,
  { attemptId, personId, audience }: Asked,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const { count } = await transaction.attemptSharing.deleteMany({
      where: { attemptId, audience, attempt: { personId } },
    });
    if (count === 0) return;
    await appendAudit(transaction, actor, [
      { action: "attempt.unshared", subject: `attempt:${attemptId}`, detail: { with: audience } },
    ]);
  });
}
