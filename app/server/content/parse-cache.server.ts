/**
 * What reading the files gave, kept beside the build and beside the data: a start with nothing new
 * then reads no file anew, which costs most of its time and memory. It is a cache: entries count
 * only for the very code that made them and the very text they were made of.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "~/server/content/read.server";
import type { ParseMemory } from "~/server/content/reading.server";

interface Kept {
  readonly version: string;
  readonly entries: readonly (readonly [string, { mark: string; piece: never }])[];
}

export interface ParseCache {
  /** Names the code that parses. */
  readonly version: string;
  /** Read in this order, later ones over earlier ones. */
  readonly read: readonly string[];
  readonly write: string;
}

export function builtParsed(): string {
  return join(process.cwd(), "build/parsed.json");
}

const builtServer = () => join(process.cwd(), "build/server/index.js");

/** Names the built code and the packages it came with. */
export async function builtVersion(): Promise<string> {
  const files = [builtServer(), join(process.cwd(), "package-lock.json")];
  const hashes = await Promise.all(files.map(async (file) => sha256(await readFile(file))));
  return sha256(hashes.join("\n"));
}

/** Null where the code that runs is not the built one: in development and in tests. */
export async function cacheOfBuild(dataFolder: string): Promise<ParseCache | null> {
  if (fileURLToPath(import.meta.url) !== builtServer()) return null;
  const write = join(dataFolder, "parsed.json");
  return { version: await builtVersion(), read: [builtParsed(), write], write };
}

export async function recall({ version, read }: ParseCache, memory: ParseMemory): Promise<void> {
  for (const file of read) {
    try {
      const kept = JSON.parse(await readFile(file, "utf8")) as Kept;
      if (kept.version !== version) continue;
      for (const [name, entry] of kept.entries) memory.set(name, entry);
    } catch {
      // Not there, or damaged: what it held is read anew.
    }
  }
}

/** Never the reason that a load fails: without it the next start takes longer, and that is all. */
export async function keep(cache: ParseCache, memory: ParseMemory): Promise<void> {
  const scratch = `${cache.write}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(cache.write), { recursive: true });
    await writeFile(scratch, JSON.stringify({ version: cache.version, entries: [...memory] }));
    await rename(scratch, cache.write);
  } catch {
    await rm(scratch, { force: true });
  }
}
