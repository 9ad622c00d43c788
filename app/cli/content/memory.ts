/**
 * What reading and proving gave last time, by the hash of everything that it depended on: the text,
 * its context, and the code that read it. A changed scenario is done anew, the others are not.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cacheFolder = fileURLToPath(new URL("../../../.cache", import.meta.url));
const cacheFile = join(cacheFolder, "content-check.json");
const code = ["language", "core", "cli/content"].map((folder) =>
  fileURLToPath(new URL(`../../${folder}`, import.meta.url)),
);

function codeHash(): string {
  const hash = createHash("sha256");
  for (const folder of code) {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
    for (const file of files.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))) {
      hash.update(file).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest("hex");
}

function stored(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(cacheFile, "utf8")) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Without a memory. */
export const anew: Memory["recall"] = (_, make) => make();

export class Memory {
  private readonly known: Record<string, unknown>;
  private readonly used: Record<string, unknown> = {};
  private readonly code = codeHash();
  private isChanged = false;

  constructor() {
    this.known = stored();
  }

  /** What `make` gave for the same `about`, by the same code; `make` is called only where that is not known. */
  readonly recall = <Result>(about: unknown, make: () => Result): Result => {
    const key = createHash("sha256")
      .update(this.code)
      .update(JSON.stringify(about))
      .digest("base64");
    if (Object.hasOwn(this.known, key)) {
      this.used[key] = this.known[key];
      return this.known[key] as Result;
    }
    const result = make();
    this.used[key] = result;
    this.isChanged = true;
    return result;
  };

  /** Keeps what was used now and forgets the rest. A folder that cannot be written to costs only time. */
  async keep(): Promise<void> {
    if (!this.isChanged) return;
    try {
      await mkdir(cacheFolder, { recursive: true });
      const beside = `${cacheFile}.${process.pid}`;
      await writeFile(beside, JSON.stringify(this.used));
      await rename(beside, cacheFile);
    } catch {
      return;
    }
  }
}
