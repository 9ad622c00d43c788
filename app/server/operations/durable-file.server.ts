/** Files that are on the disk when we say so: flushed, and their folder's list of names too. */
import { randomBytes } from "node:crypto";
import { open, readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Waits until everything in the file is on the disk. */
export async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until the names in a folder are on the disk: a rename is not, before that. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Some file systems cannot flush a folder; they have nothing better to offer.
    if (!(error instanceof Error && "code" in error && error.code === "EINVAL")) throw error;
  } finally {
    await handle.close();
  }
}

const unfinishedName = /\.unfinished-[0-9a-f]{12}(-wal|-shm|-journal)?$/;
const hour = 60 * 60_000;

/** A name that nobody takes for a finished file, beside the one that it is to become. */
export function unfinished(file: string): string {
  return `${file}.unfinished-${randomBytes(6).toString("hex")}`;
}

/** Removes a database file with the files that SQLite keeps beside it. */
export async function removeDatabase(file: string): Promise<void> {
  for (const end of ["", "-wal", "-shm", "-journal"]) await rm(`${file}${end}`, { force: true });
}

/** Removes what a run left that was killed; not what another may be writing this hour. */
export async function sweepUnfinished(file: string): Promise<void> {
  const folder = dirname(file);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(basename(file)) || !unfinishedName.test(name)) continue;
    const left = join(folder, name);
    const facts = await stat(left).catch(() => null);
    if (facts !== null && Date.now() - facts.mtimeMs > hour) await rm(left, { force: true });
  }
}
