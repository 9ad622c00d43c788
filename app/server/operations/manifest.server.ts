/** What stands beside a backup: what it is, and the checksum by which it is known again. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { fail, ok, type Result } from "~/core/result";
import { flush, unfinished } from "~/server/operations/durable-file.server";
import { readableJson } from "~/server/readable-json.server";

const format = 1;

const manifestShape = z.object({
  /** The version of this shape. */
  rapportBackup: z.number().int().positive(),
  /** Which version of Rapport made it. */
  application: z.string(),
  /** Instant at which the copy was begun, ISO 8601 in UTC. */
  madeAt: z.iso.datetime(),
  /** Name of the file beside this one. */
  database: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Names of the migrations that the database has had, oldest first. */
  migrations: z.array(z.string()),
  /** How many rows each table holds. */
  rows: z.record(z.string(), z.number().int().nonnegative()),
});

export type Manifest = z.infer<typeof manifestShape>;

export function manifestOf(backup: string): string {
  return `${backup}.json`;
}

export interface Fingerprint {
  readonly bytes: number;
  readonly sha256: string;
}

export async function fingerprintOf(file: string): Promise<Fingerprint> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Written last: a backup without its manifest was never finished. */
export async function writeManifest(
  backup: string,
  manifest: Omit<Manifest, "rapportBackup" | "database">,
): Promise<void> {
  const text = { rapportBackup: format, database: basename(backup), ...manifest };
  const file = manifestOf(backup);
  const draft = unfinished(file);
  await writeFile(draft, `${JSON.stringify(text, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  await flush(draft);
  await rename(draft, file);
}

/** A problem is a sentence for the operator. */
export async function readManifest(backup: string): Promise<Result<Manifest, string>> {
  if ((await stat(backup).catch(() => null))?.isFile() !== true) {
    return fail(`There is no file ${backup}.`);
  }
  const text = await readFile(manifestOf(backup), "utf8").catch(() => null);
  if (text === null) {
    return fail(
      `Beside ${backup} there is no ${basename(manifestOf(backup))}. Either the backup was never finished, or the two were parted: a backup is both files.`,
    );
  }
  const manifest = manifestShape.safeParse(readableJson(text));
  if (!manifest.success) {
    return fail(`${manifestOf(backup)} is not the description of a backup of Rapport.`);
  }
  if (manifest.data.rapportBackup > format) {
    return fail(
      `A newer Rapport made this backup (${manifest.data.application}). Install that version, or a later one, and restore with it.`,
    );
  }
  return ok(manifest.data);
}
