/**
 * A backup must not bring back whom somebody had the right to have erased: what the replaced database
 * knows of erasures goes on in the restored one. See docs/decisions/027.
 */
import type { Database } from "~/server/db.server";
import { firstColumn } from "~/server/operations/first-column.server";
import type { Held } from "~/server/operations/hold-alone.server";
import { eraseIn } from "~/server/people/erase.server";

/** Ids of those whom the database that is to be replaced says were erased. */
export async function erasedSince(held: Held | null): Promise<string[]> {
  if (held?.kind !== "alone") return [];
  const { client } = held;
  const tables = await firstColumn(client, "SELECT name FROM sqlite_master WHERE name = 'Erasure'");
  return tables.length === 0 ? [] : firstColumn(client, `SELECT "personId" FROM "Erasure"`);
}

/** Erases in the restored database whom it holds still; how many that were. */
export async function eraseAgain(
  database: Database,
  ids: readonly string[],
  now: Date,
): Promise<number> {
  const back = await database.person.findMany({
    where: { id: { in: [...ids] }, erasedAt: null },
    select: { id: true },
  });
  for (const { id } of back) {
    await database.$transaction(
      (transaction) => eraseIn(transaction, { id: null, address: null }, id, now),
      { timeout: 60_000 },
    );
  }
  await rememberOthers(database, ids, now);
  // What the copy is made of now is written anew: nothing of them is left in it.
  await database.erasure.updateMany({ data: { forgotten: true } });
  return back.length;
}

/** Of whom this backup knows nothing: the next one that is restored may hold them. */
async function rememberOthers(database: Database, ids: readonly string[], at: Date): Promise<void> {
  const known = await database.erasure.findMany({ select: { personId: true } });
  const held = new Set(known.map(({ personId }) => personId));
  const others = ids.filter((id) => !held.has(id));
  await database.erasure.createMany({
    data: others.map((personId) => ({ personId, at, underWay: false })),
  });
}
