/** Going back in a practice that had ended: it goes on, and its row says so again. */
import type { Database } from "~/server/db.server";
import {
  insertEvent,
  type NewEvent,
  type StoredAttempt,
} from "~/server/learning/attempt-log.server";
import { openAsOf } from "~/server/learning/attempt-start.server";

/**
 * The event and what lists read of the attempt, together. A new start leads to it again, unless
 * another practice of the same role-play was begun since.
 */
export async function appendReopening(
  database: Database,
  { id, personId, scenarioSlug, mode }: StoredAttempt,
  event: Omit<NewEvent, "attemptId">,
): Promise<void> {
  const openAs = openAsOf({ personId, slug: scenarioSlug, mode });
  await database.$transaction(async (transaction) => {
    // The write comes first: it takes the lock, so that nothing read after it is stale.
    await insertEvent(transaction, { attemptId: id, ...event });
    const others = await transaction.attempt.count({ where: { openAs } });
    await transaction.attempt.update({
      where: { id },
      data: { endedAt: null, ending: null, outcome: null, openAs: others === 0 ? openAs : null },
      select: { id: true },
    });
  });
}
