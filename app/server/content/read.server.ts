/**
 * Reads the content folders as one: `CONTENT_DIR` laid over what is shipped, file by file. Nothing
 * outside the folders is ever read, and nothing in them is run.
 */
import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Diagnostic } from "~/core/diagnostic";
import type { ContentFolders } from "~/server/content/folders.server";

export type Layer = "shipped" | "own";

export interface ContentFile {
  /** Relative to the content folder, with forward slashes. */
  readonly path: string;
  readonly layer: Layer;
  readonly absolute: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  /** The bytes of a source; null for an asset, which is read again when it is stored. */
  readonly bytes: Uint8Array | null;
}

export interface ContentTree {
  readonly files: ReadonlyMap<string, ContentFile>;
  /** Shipped files that the organisation's own replace. */
  readonly beneath: ReadonlyMap<string, ContentFile>;
  readonly diagnostics: readonly Diagnostic[];
  /** False where part of a folder could not be listed: what is missing may not be gone. */
  readonly complete: boolean;
}

/** Bytes. Sources have a smaller limit of their own in the language; this one spares the memory. */
const maxSourceBytes = 8 * 1024 * 1024;
const maxAssetBytes = 5 * 1024 * 1024;
/** Deeper than any content: lessons are three folders down, their pictures a few more. */
const maxDepth = 10;
const maxFiles = 20_000;
/** Each that is being read holds one of the few files that a process may have open. */
const readAtATime = 16;

const sourceForm = /\.(mdx|ya?ml)$/;
/** What editors leave lying about while they save, and what a folder of its own may hold besides. */
const scratchForm = /^\.|^node_modules$|~$|^#.*#$|\.(swp|swx|tmp|bak)$/;

function problem(file: string, rule: string, message: string, fix: string): Diagnostic {
  return { file, line: 1, column: 1, rule, severity: "error", message, fix };
}

/** What a name in a folder stands for; null where it is not there, or no longer. */
interface Found {
  readonly real: string | null;
  readonly facts: Stats | null;
}

interface WantedFile {
  readonly path: string;
  readonly real: string;
  readonly facts: FileFacts;
}

class Walk {
  readonly files: ContentFile[] = [];
  private readonly wanted: WantedFile[] = [];
  readonly diagnostics: Diagnostic[] = [];
  complete = true;

  constructor(
    private readonly root: string,
    private readonly layer: Layer,
    private readonly hashes: Hashes,
  ) {}

  /** `above` holds the real paths of the folders on the way down: a link back up would never end. */
  async folder(path: string, above: readonly string[]): Promise<void> {
    const absolute = join(this.root, path);
    const entries = await readdir(absolute).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") this.unreadable(path);
      return [];
    });
    const paths = entries
      .sort()
      .filter((name) => !scratchForm.test(name) && !name.includes("\\"))
      .map((name) => (path === "" ? name : `${path}/${name}`));
    // To wait for one after the other takes five times as long.
    const found = await Promise.all(paths.map((own) => this.look(own)));
    for (const [at, own] of paths.entries()) {
      await this.entry(own, found[at] ?? { real: null, facts: null }, above);
    }
  }

  private async look(path: string): Promise<Found> {
    const real = await realpath(join(this.root, path)).catch(() => null);
    const facts = real === null ? null : await stat(real).catch(() => null);
    return { real, facts };
  }

  private async entry(
    path: string,
    { real, facts }: Found,
    above: readonly string[],
  ): Promise<void> {
    if (real === null) {
      await this.missing(path, join(this.root, path));
      return;
    }
    const top = above[0] ?? "";
    if (real !== top && !real.startsWith(top + sep)) {
      this.diagnostics.push(
        problem(
          path,
          "file/outside",
          "This is a link to something outside the content folder, so it is not read.",
          "Copy the file into the folder.",
        ),
      );
      return;
    }
    // Gone between the two looks.
    if (facts === null) return;
    if (facts.isDirectory()) {
      // What a link leads back up to is read where it stands.
      if (above.includes(real)) return;
      if (sourceForm.test(path)) this.noFile(path, "This is a folder with the name of a file");
      if (above.length > maxDepth) this.tooDeep(path);
      else await this.folder(path, [...above, real]);
    } else if (facts.isFile()) {
      this.want({ path, real, facts });
    } else if (sourceForm.test(path)) {
      this.noFile(path, "This has the name of a file and is none");
    }
  }

  private noFile(path: string, what: string): void {
    this.diagnostics.push(
      problem(
        path,
        "file/unreadable",
        `${what}, so it is not read as one.`,
        "Give it another name, or put the file in its place.",
      ),
    );
  }

  /** Gone between listing and looking; or a link that leads nowhere, which somebody wants to know. */
  private async missing(path: string, absolute: string): Promise<void> {
    const entry = await lstat(absolute).catch(() => null);
    if (entry?.isSymbolicLink() !== true) return;
    this.diagnostics.push(
      problem(
        path,
        "file/missing",
        "This is a link to something that is not there.",
        "Take the link out, or put back what it leads to.",
      ),
    );
  }

  private tooDeep(path: string): void {
    this.diagnostics.push({
      ...problem(
        path,
        "file/unknown-place",
        "Folders stand inside each other too deep here, so what is in this one is not read.",
        "Move it further up.",
      ),
      severity: "warning",
    });
  }

  private want(file: WantedFile): void {
    const { path, facts } = file;
    const limit = sourceForm.test(path) ? maxSourceBytes : maxAssetBytes;
    if (this.wanted.length >= maxFiles || facts.size > limit) {
      const tooMany = facts.size <= limit;
      this.diagnostics.push(
        problem(
          path,
          "file/too-large",
          tooMany
            ? `The folder holds more than ${maxFiles} files; this one is not read.`
            : `The file is larger than ${limit / 1024 / 1024} MB, the most that is read.`,
          tooMany ? "Move what is not content elsewhere." : "Make it smaller.",
        ),
      );
      return;
    }
    this.wanted.push(file);
  }

  /** Reads what was found, in the order in which it was. */
  async read(): Promise<void> {
    for (let at = 0; at < this.wanted.length; at += readAtATime) {
      const batch = this.wanted.slice(at, at + readAtATime);
      const read = await Promise.all(batch.map((wanted) => this.file(wanted)));
      this.files.push(...read.flatMap((file) => file ?? []));
    }
  }

  private async file({ path, real, facts }: WantedFile): Promise<ContentFile | null> {
    try {
      const bytes = sourceForm.test(path) ? await readFile(real) : null;
      const hash = bytes === null ? await this.hashes.of(real, facts) : sha256(bytes);
      return { path, layer: this.layer, absolute: real, hash, bytes };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") this.unreadable(path);
      return null;
    }
  }

  private unreadable(path: string): void {
    this.complete = false;
    this.diagnostics.push(
      problem(
        path,
        "file/unreadable",
        "This could not be read.",
        "Let the account that runs Rapport read it.",
      ),
    );
  }
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

interface FileFacts {
  readonly size: number;
  readonly ino: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/** How long after a change a file may change again without its times telling, in milliseconds. */
const coarseClock = 2000;

/** Hashes of pictures, so that a saved lesson does not read every picture again. */
export class AssetHashes {
  readonly #known = new Map<string, { readonly mark: string; readonly hash: string }>();

  async of(absolute: string, { size, ino, mtimeMs, ctimeMs }: FileFacts): Promise<string> {
    const mark = `${ino}:${size}:${mtimeMs}:${ctimeMs}`;
    const known = this.#known.get(absolute);
    if (known?.mark === mark) return known.hash;
    const hash = sha256(await readFile(absolute));
    if (Date.now() - ctimeMs > coarseClock) this.#known.set(absolute, { mark, hash });
    return hash;
  }
}

type Hashes = Pick<AssetHashes, "of">;

async function readFolder(folder: string, layer: Layer, hashes: Hashes): Promise<Walk> {
  const walk = new Walk(folder, layer, hashes);
  await walk.folder("", [await realpath(folder)]);
  await walk.read();
  return walk;
}

/** `course.yaml` in the organisation's folder replaces a shipped `course.yml`, and the other way round. */
function otherSpelling(path: string): string {
  return path.endsWith(".yml") ? path.replace(/yml$/, "yaml") : path.replace(/\.yaml$/, ".yml");
}

/** Throws where a folder itself is not there: that is never a deletion of everything in it. */
export async function readTree(
  { shipped, own }: ContentFolders,
  hashes: Hashes = new AssetHashes(),
): Promise<ContentTree> {
  const below = await readFolder(shipped, "shipped", hashes);
  const above = own === null ? null : await readFolder(own, "own", hashes);
  const files = new Map(below.files.map((file) => [file.path, file]));
  const beneath = new Map<string, ContentFile>();
  for (const file of above?.files ?? []) {
    const other = files.get(otherSpelling(file.path));
    const replaced = files.get(file.path) ?? (other?.layer === "shipped" ? other : undefined);
    if (replaced !== undefined) {
      files.delete(replaced.path);
      beneath.set(file.path, replaced);
    }
    files.set(file.path, file);
  }
  return {
    files,
    beneath,
    diagnostics: [...below.diagnostics, ...(above?.diagnostics ?? [])],
    complete: below.complete && (above?.complete ?? true),
  };
}
