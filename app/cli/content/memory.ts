/**
 * What reading and proving gave last time, by the hash of everything that it depended on: the text,
 * its context, and the code that read it. A changed scenario is done anew, the others are not.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cache, codeHash } from "./installed.js";

const cacheFile = join(cache, "content-check.json");

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
  private readonly hashes = new WeakMap<object, string>();
  private isChanged = false;

  constructor() {
    this.known = stored();
  }

  /** Nothing is known of any time before. */
  get isEmpty(): boolean {
    return Object.keys(this.known).length === 0;
  }

  /** What `make` gave for the same `about`, by the same code; `make` is called only where that is not known. */
  readonly recall = <Result>(about: readonly unknown[], make: () => Result): Result => {
    const known = this.find(about);
    if (known !== undefined) return known as Result;
    const result = make();
    this.put(about, result);
    return result;
  };

  /** Undefined where nothing is known. */
  find(about: readonly unknown[]): unknown {
    const key = this.keyOf(about);
    if (!Object.hasOwn(this.known, key)) return undefined;
    this.used[key] = this.known[key];
    return this.known[key];
  }

  put(about: readonly unknown[], result: unknown): void {
    this.used[this.keyOf(about)] = result;
    this.isChanged = true;
  }

  private keyOf(about: readonly unknown[]): string {
    const hash = createHash("sha256").update(codeHash());
    for (const part of about) hash.update(`\0${this.textOf(part)}`);
    return hash.digest("base64");
  }

  /** A definition is asked about several times, so it is written out and hashed once. */
  private textOf(part: unknown): string {
    if (typeof part !== "object" || part === null) return JSON.stringify(part);
    const known = this.hashes.get(part);
    if (known !== undefined) return known;
    const hash = createHash("sha256").update(JSON.stringify(part)).digest("base64");
    this.hashes.set(part, hash);
    return hash;
  }

  /** Keeps what was used now and forgets the rest. A folder that cannot be written to costs only time. */
  async keep(): Promise<void> {
    if (!this.isChanged) return;
    try {
      await mkdir(cache, { recursive: true });
      const beside = `${cacheFile}.${process.pid}`;
      await writeFile(beside, JSON.stringify(this.used));
      await rename(beside, cacheFile);
    } catch {
      return;
    }
  }
}
