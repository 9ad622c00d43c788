/**
 * Making the database file forget what was removed from it. SQLite leaves old bytes in free pages,
 * in the slack of pages in use and in the write-ahead log; writing the whole file anew and emptying
 * the log leaves them nowhere in it. https://www.sqlite.org/lang_vacuum.html
 */
import type { Database } from "~/server/db.server";
import { log } from "~/server/log.server";
import { storageProblem } from "~/server/storage-problem.server";

async function writeAnew(database: Database): Promise<boolean> {
  await database.$executeRawUnsafe("VACUUM");
  const [answer] = await database.$queryRawUnsafe<{ busy: number | bigint }[]>(
    "PRAGMA wal_checkpoint(TRUNCATE)",
  );
  return Number(answer?.busy ?? 1) === 0;
}

/**
 * Sees to it that nothing of whoever was erased is left in the file. False where somebody else was
 * reading it, a backup say: the next erasure or the next start ends what was begun.
 */
export async function forgetErased(database: Database): Promise<boolean> {
  const where = { underWay: false, forgotten: false };
  if ((await database.erasure.count({ where })) === 0) return true;
  try {
    if (await writeAnew(database)) {
      await database.erasure.updateMany({ where, data: { forgotten: true } });
      return true;
    }
  } catch (error) {
    if (storageProblem(error) === null) throw error;
  }
  log().warn("what was erased is not out of the database file yet: it is being read");
  return false;
}
