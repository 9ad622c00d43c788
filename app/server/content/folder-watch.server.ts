/**
 * Notices whatever changes in folders, however deep. Each folder is watched before it is read for
 * further ones: the other way round, what is made in between is never heard of, as when a checkout
 * makes a folder within a folder that it has just made.
 */
import { watch, type FSWatcher } from "node:fs";
import { lstat, readdir, realpath } from "node:fs/promises";
import { basename, join, sep } from "node:path";

/** Nothing of what stands here is content, and there may be much of it. */
const passedOver = new Set([".git", "node_modules"]);
/** How long until a watched folder that is gone is looked for again, in milliseconds. */
const untilLookedFor = 1000;

interface Listener {
  /** Something is new, different or gone; with the absolute path of what, or of its folder. */
  readonly changed: (path: string) => void;
  /** A folder cannot be watched: what happens in it is not heard of. */
  readonly failed: (error: Error) => void;
}

const isGone = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

export class FolderWatch {
  readonly #listener: Listener;
  /** By the absolute path of the folder. */
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #roots = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /** Resolves once everything in it is watched. Rejects where it is not there. */
  async add(folder: string): Promise<void> {
    // A link to somewhere else would have all of that watched; links within are seen by their target.
    const root = await realpath(folder);
    this.#roots.add(root);
    await this.#follow(root);
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** False where there is nothing to follow, or no longer. */
  async #follow(folder: string): Promise<boolean> {
    this.#leave(folder);
    if (this.#stopped) return false;
    try {
      const watcher = watch(folder, (event, name) => this.#noticed(folder, event, name));
      watcher.on("error", this.#listener.failed);
      this.#watchers.set(folder, watcher);
      const entries = await readdir(folder, { withFileTypes: true });
      const folders = entries.filter((one) => one.isDirectory() && !passedOver.has(one.name));
      await Promise.all(folders.map(({ name }) => this.#follow(join(folder, name))));
      return true;
    } catch (error) {
      if (!isGone(error)) this.#listener.failed(error as Error);
      else if (this.#roots.has(folder)) this.#lookForLater(folder);
      return false;
    }
  }

  #leave(folder: string): void {
    if (!this.#watchers.has(folder)) return;
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
  }

  #noticed(folder: string, event: "rename" | "change", name: string | null): void {
    const path = name === null ? folder : join(folder, name);
    this.#listener.changed(path);
    if (event === "change" || name === null || passedOver.has(name)) return;
    // A name may stand for another folder now, or for none. A folder says its own name when it goes.
    void this.#lookAt(path);
    if (this.#roots.has(folder) && name === basename(folder)) void this.#lookAt(folder);
  }

  async #lookAt(path: string): Promise<void> {
    const facts = await lstat(path).catch(() => null);
    if (facts?.isDirectory() !== true && !this.#roots.has(path)) this.#leave(path);
    // What was put there before it was watched was not announced.
    else if (await this.#follow(path)) this.#listener.changed(path);
  }

  #lookForLater(root: string): void {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#lookAt(root);
    }, untilLookedFor);
    this.#timers.add(timer);
  }
}
