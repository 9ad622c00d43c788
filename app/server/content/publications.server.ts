/**
 * What is in use: one row for each piece, moved to another revision when that is published. Every
 * move is kept as a numbered change as well, which is the way back and tells every process.
 */
import { keyOf, pieceKinds, type Kind } from "~/server/content/piece.server";
import { publicationEntries, type PublishedBy } from "~/server/content/publication-audit.server";
import { absent, type InUse, type Move } from "~/server/content/publish-plan.server";
import {
  readRevisions,
  revisionOf,
  type Draft,
  type KnownRevisions,
  type StoredRevision,
} from "~/server/content/revisions.server";
import type { Database, Transaction } from "~/server/db.server";
import { appendAudit, type Actor } from "~/server/people/audit.server";

export interface Publications {
  /** By key; all of them, also those whose revision cannot be read any more. */
  readonly inUse: ReadonlyMap<string, InUse>;
  /** By key: those that can be read. */
  readonly published: ReadonlyMap<string, StoredRevision>;
  /** What of the file somebody went back from, by key. */
  readonly heldBack: ReadonlyMap<string, string>;
  /** Number of the last change that this holds; 0 where there never was one. */
  readonly seq: number;
}

export async function lastChange(database: Database | Transaction): Promise<number> {
  const rows = await database.$queryRaw<{ seq: number | bigint | null }[]>`
    SELECT MAX("seq") AS "seq" FROM "PublicationChange"`;
  return Number(rows[0]?.seq ?? 0);
}

/** What is in use now; fills `known` with what it had to read. */
export async function readPublications(
  database: Database,
  known: KnownRevisions,
): Promise<Publications> {
  // The number first: a change in between is then seen again, not missed.
  const seq = await lastChange(database);
  const rows = await database.publication.findMany({
    select: { kind: true, slug: true, revisionHash: true, heldBack: true },
  });
  await readRevisions(
    database,
    rows.map((row) => row.revisionHash),
    known,
  );
  const inUse = new Map<string, InUse>();
  const published = new Map<string, StoredRevision>();
  const heldBack = new Map<string, string>();
  for (const row of rows) {
    const { slug, revisionHash: hash } = row;
    const kind = pieceKinds.find((one) => one === row.kind);
    const revision = known.get(hash);
    if (revision !== undefined) published.set(keyOf(row), revision);
    if (kind !== undefined) inUse.set(keyOf(row), { kind, slug, hash });
    if (row.heldBack !== null) heldBack.set(keyOf(row), row.heldBack);
  }
  return { inUse, published, heldBack, seq };
}

/** What a hand made unreadable in the database is taken from its file, where that is still the same revision. */
export function mendedBy(publications: Publications, drafts: readonly Draft[]): Publications {
  const byHash = new Map(drafts.map((draft) => [draft.hash, draft]));
  const published = new Map(publications.published);
  for (const [key, { hash }] of publications.inUse) {
    const draft = byHash.get(hash);
    if (draft !== undefined && !published.has(key)) published.set(key, revisionOf(draft));
  }
  return { ...publications, published };
}

/** Somebody else moved one of them first; nothing was written. */
class MovedMeanwhile extends Error {}

export interface Publication {
  readonly actor: Actor;
  readonly by: PublishedBy;
  /** The revision that each file is now, by key: going back from one holds it back. */
  readonly onDisk?: ReadonlyMap<string, string>;
}

function where({ kind, slug }: Move) {
  return { kind_slug: { kind, slug } };
}

async function writeMove(
  transaction: Transaction,
  move: Move,
  { onDisk }: Publication,
  publishedAt: Date,
): Promise<void> {
  const { kind, slug, from, to } = move;
  if (to === null) {
    await transaction.publication.delete({ where: where(move) });
    return;
  }
  const file = onDisk?.get(keyOf(move));
  // Whoever publishes something else than the file decided against the file as it is.
  const heldBack = onDisk === undefined || file === to ? null : (file ?? absent);
  const data = { revisionHash: to, publishedAt, heldBack };
  if (from === null) await transaction.publication.create({ data: { kind, slug, ...data } });
  else await transaction.publication.update({ where: where(move), data });
}

/**
 * Makes all of the moves or none, in one transaction. False where one of the pieces is not (any
 * more) where its move begins: somebody else published meanwhile.
 */
export async function putInUse(
  database: Database,
  moves: readonly Move[],
  publication: Publication,
): Promise<boolean> {
  if (moves.length === 0) return true;
  const at = new Date();
  const entries = await publicationEntries(database, moves, publication.by);
  try {
    await database.$transaction(async (transaction) => {
      // The write comes first: it takes the lock, so that nothing read after it is stale.
      await transaction.publicationChange.createMany({
        data: moves.map(({ kind, slug, from, to }) => ({
          ...{ kind, slug, fromHash: from, toHash: to, at },
          actorId: publication.actor.id,
        })),
      });
      const rows = await transaction.publication.findMany({
        select: { kind: true, slug: true, revisionHash: true },
      });
      const now = new Map(rows.map((row) => [keyOf(row), row.revisionHash]));
      if (moves.some((move) => (now.get(keyOf(move)) ?? null) !== move.from)) {
        throw new MovedMeanwhile();
      }
      for (const move of moves) await writeMove(transaction, move, publication, at);
      await appendAudit(transaction, publication.actor, entries);
    });
    return true;
  } catch (error) {
    if (error instanceof MovedMeanwhile) return false;
    throw error;
  }
}

interface PastChange {
  readonly from: string | null;
  readonly to: string | null;
  readonly at: Date;
}

/** The changes of one piece, the latest first. */
export async function changesOf(
  database: Database,
  kind: Kind,
  slug: string,
): Promise<readonly PastChange[]> {
  const rows = await database.publicationChange.findMany({
    where: { kind, slug },
    orderBy: { seq: "desc" },
    take: 200,
    select: { fromHash: true, toHash: true, at: true },
  });
  return rows.map(({ fromHash, toHash, at }) => ({ from: fromHash, to: toHash, at }));
}
