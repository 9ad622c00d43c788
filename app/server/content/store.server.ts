/**
 * The content store: reads the folders, stores what is new, puts it in use, and keeps what is in
 * use at hand. Loads follow one another; readers see the last finished one, whole.
 */
import type { Diagnostic } from "~/core/diagnostic";
import { changesBetween } from "~/server/content/changes.server";
import { Compiler } from "~/server/content/compile.server";
import type { ContentFolders } from "~/server/content/folders.server";
import type { LessonModule } from "~/server/content/lesson-modules.server";
import { keep, recall, type ParseCache } from "~/server/content/parse-cache.server";
import { parseCourses } from "~/server/content/parse-courses.server";
import { parseBasics } from "~/server/content/parse-pieces.server";
import type { PieceOf } from "~/server/content/piece.server";
import { planPublishing } from "~/server/content/publish-plan.server";
import { AssetHashes, readTree } from "~/server/content/read.server";
import { Reading, type ParseMemory } from "~/server/content/reading.server";
import {
  findRevision,
  readPublished,
  storeAndPublish,
  type KnownRevisions,
  type StoredRevision,
} from "~/server/content/revisions.server";
import { catalogueOf, versionOf, type Snapshot } from "~/server/content/snapshot.server";
import type { Database } from "~/server/db.server";

export interface ContentStoreOptions {
  readonly database: Database;
  readonly folders: ContentFolders;
  /** Where compiled lessons outlive the process; null keeps them in memory only. */
  readonly cacheFolder: string | null;
  /** Where the build left the compiled lessons that are shipped. */
  readonly builtFolder?: string;
  /** What earlier processes made of the files; asked for once. */
  readonly parseCache?: () => Promise<ParseCache | null>;
}

export interface Loaded {
  readonly snapshot: Snapshot;
  /** A sentence for each thing that is different now. */
  readonly changes: readonly string[];
}

const empty: Snapshot = {
  catalogue: catalogueOf([]),
  pieces: [],
  published: new Map(),
  diagnostics: [],
  modules: new Map(),
  version: versionOf(new Map(), [], []),
};

/** Revisions of attempts under way that are kept at hand besides those in use. */
const oldRevisionsKept = 200;

export class ContentStore {
  readonly compiler: Compiler;
  readonly #options: ContentStoreOptions;
  readonly #hashes = new AssetHashes();
  readonly #memory: ParseMemory = new Map();
  #cache: ParseCache | null = null;
  readonly #old: KnownRevisions = new Map();
  #snapshot = empty;
  /** The modules of the load before: a page may have begun on one. */
  #modulesBefore: Snapshot["modules"] = new Map();
  readonly #listeners = new Set<() => void>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ContentStoreOptions) {
    this.#options = options;
    this.compiler = new Compiler(options.cacheFolder, options.builtFolder ?? null);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get isLoaded(): boolean {
    return this.#snapshot !== empty;
  }

  get folders(): ContentFolders {
    return this.#options.folders;
  }

  /** Reads everything anew. Rejects where a folder or the database fails; what is in use stays. */
  load(): Promise<Loaded> {
    const next = this.#last.then(() => this.loadNow());
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Calls back after each load that changed something; the result ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A compiled lesson of this load or the one before, at once. */
  module(hash: string): LessonModule | null {
    for (const modules of [this.#snapshot.modules, this.#modulesBefore]) {
      for (const module of modules.values()) if (module.hash === hash) return module;
    }
    return null;
  }

  /** Any stored revision, in use or not. */
  async revision(hash: string): Promise<StoredRevision | null> {
    const held = this.#old.get(hash);
    if (held !== undefined) return held;
    const found = await findRevision(this.#options.database, hash);
    if (found === null) return null;
    const oldest = this.#old.keys().next().value;
    if (this.#old.size >= oldRevisionsKept && oldest !== undefined) this.#old.delete(oldest);
    this.#old.set(hash, found);
    return found;
  }

  private async loadNow(): Promise<Loaded> {
    const { database, folders } = this.#options;
    if (!this.isLoaded) await this.recallParsed();
    const tree = await readTree(folders, this.#hashes);
    const before = await this.published();
    const reading = new Reading(tree, before, this.#memory);
    const basics = await parseBasics(reading);
    const lessons = await Promise.all(basics.lessons.map((lesson) => this.compiled(lesson)));
    const outlines = await parseCourses(reading, { ...basics, lessons });
    const { courses, paths } = outlines;
    const pieces = [...basics.behaviours, ...courses, ...lessons, ...basics.scenarios, ...paths];
    await storeAndPublish(database, planPublishing(tree, pieces, before));
    const published = await this.published();
    const modules = await this.modulesOf(published);
    const previous = this.#snapshot;
    const diagnostics = [...tree.diagnostics, ...basics.diagnostics, ...outlines.diagnostics];
    const snapshot: Snapshot = {
      catalogue: catalogueOf(
        [...published.values()].filter(({ kind, hash }) => kind !== "lesson" || modules.has(hash)),
      ),
      pieces,
      published,
      diagnostics,
      modules,
      version: versionOf(published, pieces, diagnostics),
    };
    this.#modulesBefore = previous.modules;
    this.#snapshot = snapshot;
    if (reading.parsed > 0 && this.#cache !== null) void keep(this.#cache, this.#memory);
    if (snapshot.version !== previous.version) for (const listener of this.#listeners) listener();
    const atHand = [...modules.values(), ...previous.modules.values()].map(({ hash }) => hash);
    this.compiler.keepOnly(new Set(atHand));
    return { snapshot, changes: changesBetween({ ...previous, published: before }, snapshot) };
  }

  private async recallParsed(): Promise<void> {
    this.#cache = (await this.#options.parseCache?.()) ?? null;
    if (this.#cache !== null) await recall(this.#cache, this.#memory);
  }

  private published(): Promise<ReadonlyMap<string, StoredRevision>> {
    const known = [...this.#snapshot.published.values()].map(
      (revision) => [revision.hash, revision] as const,
    );
    return readPublished(this.#options.database, new Map(known));
  }

  /** The lesson as it is, or with an error where it does not compile. */
  private async compiled(lesson: PieceOf<"lesson">): Promise<PieceOf<"lesson">> {
    if (lesson.body === null) return lesson;
    try {
      await this.compiler.compile(lesson.body);
      return lesson;
    } catch (error) {
      const diagnostic = compilerComplaint(lesson.file, error);
      return { ...lesson, definition: null, diagnostics: [...lesson.diagnostics, diagnostic] };
    }
  }

  private async modulesOf(
    published: ReadonlyMap<string, StoredRevision>,
  ): Promise<ReadonlyMap<string, LessonModule>> {
    const compiled = await Promise.all(
      [...published.values()].map(async ({ hash, body }) => {
        const module = body === null ? null : await this.compiler.compile(body).catch(() => null);
        return module === null ? [] : [[hash, module] as const];
      }),
    );
    return new Map(compiled.flat());
  }
}

/** esbuild reports where in the body, whose lines are those of the file. */
interface BuildError {
  readonly errors?: readonly {
    readonly text: string;
    readonly location: { readonly line: number; readonly column: number } | null;
  }[];
}

function compilerComplaint(file: string, error: unknown): Diagnostic {
  const first = (error as BuildError).errors?.[0];
  return {
    file,
    line: first?.location?.line ?? 1,
    column: (first?.location?.column ?? 0) + 1,
    rule: "mdx/syntax",
    severity: "error",
    message: `This lesson cannot be made into a page: ${first?.text ?? String(error)}`,
    fix: "Take out the last thing you changed, and put it back piece by piece.",
  };
}
