/** The content of this process: what is in use, at once and in memory. */
import { join } from "node:path";
import type { Scenario } from "~/core/scenario/definition";
import { builtLessons } from "~/server/content/compile-shipped.server";
import { contentFolders, folderProblem } from "~/server/content/folders.server";
import type { LessonComponent } from "~/server/content/lesson-modules.server";
import { cacheOfBuild } from "~/server/content/parse-cache.server";
import type { Catalogue } from "~/server/content/snapshot.server";
import { ContentStore, type Loaded } from "~/server/content/store.server";
import { db } from "~/server/db.server";
import { perProcess } from "~/server/per-process.server";
import { dataFolder } from "~/server/secret.server";

export type { Catalogue, Published } from "~/server/content/snapshot.server";

export function contentStore(): ContentStore {
  return perProcess(
    "content-store",
    () =>
      new ContentStore({
        database: db(),
        folders: contentFolders(),
        cacheFolder: join(dataFolder(), "lesson-modules"),
        builtFolder: builtLessons(),
        parseCache: () => cacheOfBuild(dataFolder()),
      }),
  );
}

/** What is in use now. A page asks once and keeps what it got: the next ask may give another. */
export function catalogue(): Catalogue {
  return contentStore().snapshot.catalogue;
}

/** What would be in use if everything that waits were published: what a trainer previews. */
export function upcoming(): Catalogue {
  return contentStore().snapshot.upcoming;
}

export function contentIsLoaded(): boolean {
  return contentStore().isLoaded;
}

/** Reads the content folders and puts what is new in use; at the start and after a change. */
export async function loadContent(): Promise<Loaded> {
  const problem = await folderProblem(contentStore().folders);
  if (problem !== null) throw new Error(problem);
  return contentStore().load();
}

/** The module of a lesson's revision in use, as in `paths.lessonModule`; null for any other. */
export function lessonModuleHash(revision: string): string | null {
  return contentStore().snapshot.modules.get(revision)?.hash ?? null;
}

/** The component of a compiled lesson, at once, for rendering on the server. */
export function lessonComponent(hash: string): LessonComponent | null {
  return contentStore().module(hash)?.component ?? null;
}

/**
 * The scenario of a revision, for ever the same: an attempt is always played from this. Null where the
 * revision is gone or is of something else.
 */
export async function scenarioOfRevision(hash: string): Promise<Scenario | null> {
  const revision = await contentStore().revision(hash);
  return revision?.kind === "scenario" ? revision.definition : null;
}
