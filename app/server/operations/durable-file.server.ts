/** Files that are on the disk when we say so: flushed, and their folder's list of names too. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, link, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";

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

/** What a file system answers that has no hard links, as exFAT and some network shares. */
const noLinks = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

function isWithoutLinks(error: unknown): boolean {
  return error instanceof Error && "code" in error && noLinks.has(String(error.code));
}

/**
 * Copies in another process: closing a file gives up every lock that this process has on it, and
 * SQLite's are of that kind. https://www.sqlite.org/howtocorrupt.html#posix_advisory_locks
 */
async function copyElsewhere(from: string, to: string): Promise<void> {
  const script = "require('fs').copyFileSync(process.argv[1], process.argv[2], 1)";
  await promisify(execFile)(process.execPath, ["-e", script, from, to]);
}

/** Gives a file a second name that stays when the first becomes another's; a copy where it must. */
export async function keepAs(file: string, second: string, hardLink = link): Promise<void> {
  try {
    await hardLink(file, second);
  } catch (error) {
    if (!isWithoutLinks(error)) throw error;
    const draft = unfinished(second);
    try {
      await copyElsewhere(file, draft);
      await chmod(draft, 0o600);
      await flush(draft);
      await rename(draft, second);
    } finally {
      await rm(draft, { force: true });
    }
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
