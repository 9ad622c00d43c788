/** The stored revisions of one piece, for going back to one. */
import { shortHash } from "~/server/content/changes.server";
import { keyOf, type Kind } from "~/server/content/piece.server";
import type { ContentStore } from "~/server/content/store.server";
import { writeWanted } from "~/server/content/wanted-piece.server";
import type { Database } from "~/server/db.server";

interface ListedRevision {
  /** As an address of the publishing page wants it. */
  readonly piece: string;
  readonly name: string;
  readonly title: string;
  /** ISO instant at which it was read for the first time. */
  readonly since: string;
  readonly languageVersion: number;
  readonly state: "inUse" | "onDisk" | "past";
}

/** Whether it was ever read without errors: else there is no list of its revisions. */
export async function hasRevisions(
  database: Database,
  { kind, slug }: { readonly kind: Kind; readonly slug: string },
): Promise<boolean> {
  return (
    (await database.revision.findFirst({ where: { kind, slug }, select: { hash: true } })) !== null
  );
}

/** The newest first; no more than a page shows. */
export async function listRevisions(
  store: ContentStore,
  database: Database,
  { kind, slug }: { readonly kind: Kind; readonly slug: string },
): Promise<readonly ListedRevision[]> {
  const rows = await database.revision.findMany({
    where: { kind, slug },
    orderBy: { createdAt: "desc" },
    take: 100,
    select: { hash: true, title: true, createdAt: true, languageVersion: true },
  });
  const key = keyOf({ kind, slug });
  const inUse = store.snapshot.published.get(key)?.hash;
  const onDisk = store.onDisk.get(key);
  return rows.map(({ hash, title, createdAt, languageVersion }) => ({
    piece: writeWanted({ kind, slug }, hash),
    name: shortHash(hash),
    title,
    since: createdAt.toISOString(),
    languageVersion,
    state: hash === inUse ? "inUse" : hash === onDisk ? "onDisk" : "past",
  }));
}
