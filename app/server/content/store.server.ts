/**
 * The content store: reads the folders, stores what is new, puts it in use, and keeps what is in
 * use at hand. Loads follow one another; readers see the last finished one, whole.
 */
import { changesBetween } from "~/server/content/changes.server";
import { Compiler } from "~/server/content/compile.server";
import { compilerComplaint } from "~/server/content/compiler-complaint.server";
import type { ContentFolders } from "~/server/content/folders.server";
import type { LessonModule } from "~/server/content/lesson-modules.server";
import { keep, recall, type ParseCache } from "~/server/content/parse-cache.server";
import { parseCourses } from "~/server/content/parse-courses.server";
import { parseBasics } from "~/server/content/parse-pieces.server";
import { keyOf, type PieceOf } from "~/server/content/piece.server";
import {
  mendedBy,
  putInUse,
  readPublications,
  type Publications,
} from "~/server/content/publications.server";
import {
  assetFilesOf,
  draftsOf,
  movesBetween,
  movesOfLoad,
  onDiskOf,
  type Move,
  type OnDisk,
  type Publishing,
} from "~/server/content/publish-plan.server";
import { AssetHashes, readTree } from "~/server/content/read.server";
import { Reading, type ParseMemory } from "~/server/content/reading.server";
import {
  findRevision,
  readRevisions,
  revisionOf,
  storeRevisions,
  type Draft,
  type KnownRevisions,
  type StoredRevision,
} from "~/server/content/revisions.server";
import { catalogueOf, versionOf, type Snapshot } from "~/server/content/snapshot.server";
import type { Database } from "~/server/db.server";

interface ContentStoreOptions {
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

const nothing = catalogueOf([]);
const empty: Snapshot = {
  catalogue: nothing,
  upcoming: nothing,
  pieces: [],
  inUse: new Map(),
  published: new Map(),
  waiting: [],
  seq: 0,
  diagnostics: [],
  modules: new Map(),
  version: versionOf(new Map(), [], [], []),
};

const emptyDisk: OnDisk = { drafts: new Map(), keys: new Set(), complete: false };

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
  #disk = emptyDisk;
  #drafts: readonly Draft[] = [];
  #waitingRevisions: KnownRevisions = new Map();
  /** The modules of the load before: a page may have begun on one. */
  #modulesBefore: Snapshot["modules"] = new Map();
  /** Whether a saved file is in use at once. */
  publishing: Publishing = "on-save";
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

  /** The revision that each valid file is, by key. */
  get onDisk(): ReadonlyMap<string, string> {
    return new Map([...this.#disk.drafts].map(([key, { hash }]) => [key, hash]));
  }

  /** Reads everything anew. Rejects where a folder or the database fails; what is in use stays. */
  load(): Promise<Loaded> {
    return this.afterTheLast(() => this.loadNow());
  }

  /** Follows what was published elsewhere: from another process, or by hand from a page. */
  refresh(): Promise<Loaded> {
    return this.afterTheLast(async () => {
      const { pieces, diagnostics } = this.#snapshot;
      return this.turnTo(await this.publications(), { pieces, diagnostics });
    });
  }

  private afterTheLast(work: () => Promise<Loaded>): Promise<Loaded> {
    const next = this.#last.then(work);
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
    const draft = this.#drafts.find((one) => one.hash === hash);
    const stored = await findRevision(this.#options.database, hash);
    const found = stored ?? (draft === undefined ? null : revisionOf(draft));
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
    const found = await this.publications();
    const reading = new Reading(tree, found.published, this.#memory);
    const basics = await parseBasics(reading);
    const lessons = await Promise.all(basics.lessons.map((lesson) => this.compiled(lesson)));
    const outlines = await parseCourses(reading, { ...basics, lessons });
    const { courses, paths } = outlines;
    const pieces = [...basics.behaviours, ...courses, ...lessons, ...basics.scenarios, ...paths];
    const drafts = draftsOf(pieces);
    await storeRevisions(database, drafts, (fresh) => assetFilesOf(tree, fresh));
    this.#disk = onDiskOf(tree, pieces, drafts);
    this.#drafts = drafts;
    const before = mendedBy(found, drafts);
    const now = await this.publishByItself(before);
    const diagnostics = [...tree.diagnostics, ...basics.diagnostics, ...outlines.diagnostics];
    if (reading.parsed > 0 && this.#cache !== null) void keep(this.#cache, this.#memory);
    return this.turnTo(now, { pieces, diagnostics }, before);
  }

  /** What a load puts in use without being asked; the result is what is in use then. */
  private async publishByItself(before: Publications): Promise<Publications> {
    const { inUse, heldBack, seq } = before;
    const isFirst = inUse.size === 0 && seq === 0;
    const moves = movesOfLoad(movesBetween(inUse, this.#disk), {
      publishing: this.publishing,
      isFirst,
      heldBack,
    });
    if (moves.length === 0) return before;
    await putInUse(this.#options.database, moves, {
      actor: { id: null, address: null },
      by: isFirst ? "first-load" : "save",
    });
    // Where somebody was quicker, theirs is in use, and ours waits for the next load.
    return this.publications();
  }

  /** Makes a snapshot of what is in use, and tells who listens. */
  private async turnTo(
    { inUse, published, seq }: Publications,
    { pieces, diagnostics }: Pick<Snapshot, "pieces" | "diagnostics">,
    before: Pick<Publications, "published"> = this.#snapshot,
  ): Promise<Loaded> {
    const previous = this.#snapshot;
    const waiting = movesBetween(inUse, this.#disk);
    const upcoming = await this.withWaiting(published, waiting);
    const modules = await this.modulesOf([...published.values(), ...upcoming.values()]);
    const usable = (revisions: ReadonlyMap<string, StoredRevision>) =>
      catalogueOf(
        [...revisions.values()].filter(({ kind, hash }) => kind !== "lesson" || modules.has(hash)),
      );
    const catalogue = usable(published);
    const snapshot: Snapshot = {
      catalogue,
      upcoming: waiting.length === 0 ? catalogue : usable(upcoming),
      ...{ pieces, inUse, published, waiting, seq, diagnostics, modules },
      version: versionOf(published, waiting, pieces, diagnostics),
    };
    this.#modulesBefore = previous.modules;
    this.#snapshot = snapshot;
    if (snapshot.version !== previous.version) for (const listener of this.#listeners) listener();
    const atHand = [...modules.values(), ...previous.modules.values()].map(({ hash }) => hash);
    this.compiler.keepOnly(new Set(atHand));
    const changes = changesBetween({ ...previous, published: before.published }, snapshot);
    return { snapshot, changes };
  }

  /** What would be in use if everything that waits were published. */
  private async withWaiting(
    published: ReadonlyMap<string, StoredRevision>,
    waiting: readonly Move[],
  ): Promise<ReadonlyMap<string, StoredRevision>> {
    if (waiting.length === 0) return published;
    const known: KnownRevisions = new Map(this.#waitingRevisions);
    const hashes = waiting.flatMap(({ to }) => (to === null ? [] : [to]));
    await readRevisions(this.#options.database, hashes, known);
    this.#waitingRevisions = new Map(
      hashes.flatMap((hash) => {
        const revision = known.get(hash);
        return revision === undefined ? [] : [[hash, revision] as const];
      }),
    );
    const upcoming = new Map(published);
    for (const move of waiting) {
      const revision = move.to === null ? undefined : known.get(move.to);
      if (revision === undefined) upcoming.delete(keyOf(move));
      else upcoming.set(keyOf(move), revision);
    }
    return upcoming;
  }

  private async recallParsed(): Promise<void> {
    this.#cache = (await this.#options.parseCache?.()) ?? null;
    if (this.#cache !== null) await recall(this.#cache, this.#memory);
  }

  private async publications(): Promise<Publications> {
    const held = [...this.#snapshot.published.values(), ...this.#waitingRevisions.values()];
    const known = held.map((revision) => [revision.hash, revision] as const);
    const found = await readPublications(this.#options.database, new Map(known));
    return mendedBy(found, this.#drafts);
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
    revisions: readonly StoredRevision[],
  ): Promise<ReadonlyMap<string, LessonModule>> {
    const compiled = await Promise.all(
      revisions.map(async ({ hash, body }) => {
        const module = body === null ? null : await this.compiler.compile(body).catch(() => null);
        return module === null ? [] : [[hash, module] as const];
      }),
    );
    return new Map(compiled.flat());
  }
}
