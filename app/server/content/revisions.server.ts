/** Revisions in the database: written once when a valid file is read, and never changed. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Database } from "~/server/db.server";
import {
  languageVersions,
  pieceKinds,
  titleOf,
  type DefinitionOf,
  type Kind,
  type Piece,
} from "~/server/content/piece.server";
import { sha256 } from "~/server/content/read.server";
import { log } from "~/server/log.server";

interface RevisionInfo {
  readonly hash: string;
  readonly kind: Kind;
  readonly slug: string;
  readonly title: string;
  readonly languageVersion: number;
  /** File name to SHA-256, for every asset that it shows. */
  readonly assets: Readonly<Record<string, string>>;
  /** What of a lesson is compiled; null for everything else. */
  readonly body: string | null;
}

/** A stored revision with what it means. */
export type StoredRevision<K extends Kind = Kind> = {
  [Each in K]: RevisionInfo & { readonly kind: Each; readonly definition: DefinitionOf[Each] };
}[K];

const columns = {
  hash: true,
  kind: true,
  slug: true,
  title: true,
  languageVersion: true,
  definition: true,
  assets: true,
  body: true,
} as const;

interface Row {
  readonly hash: string;
  readonly kind: string;
  readonly slug: string;
  readonly title: string;
  readonly languageVersion: number;
  readonly definition: string;
  readonly assets: string;
  readonly body: string | null;
}

const texts = z.array(z.string());
const parts = z.array(z.looseObject({}));
const described = { title: z.string(), summary: z.string() };
const step = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("lesson"), lesson: z.string() }),
  z.looseObject({ kind: z.literal("scenario"), scenario: z.string() }),
]);

/** As far as loads of all content, lists and homes depend on it; a page of one piece finds out for itself. */
const shapes = {
  behaviours: z.array(
    z.looseObject({
      ...{ tag: z.string(), name: z.string(), rule: z.string() },
      ...{ signs: texts, counterExamples: texts },
    }),
  ),
  course: z.looseObject({
    ...described,
    ...{ behaviours: texts, order: z.number(), steps: z.array(step) },
  }),
  lesson: z.looseObject({
    ...described,
    ...{ id: z.string(), course: z.string(), slug: z.string(), minutes: z.number() },
    ...{ behaviours: texts, checks: parts, reflections: parts, goal: z.looseObject({}) },
    ...{ scenarios: texts, assets: texts },
  }),
  path: z.looseObject({
    ...described,
    steps: z.array(step.and(z.looseObject({ dueAfterDays: z.number() }))),
  }),
  scenario: z.looseObject({
    ...described,
    ...{ slug: z.string(), minutes: z.number(), channel: z.string(), setting: z.string() },
    ...{ role: z.string(), start: z.string(), behaviours: texts, pass: z.looseObject({}) },
    ...{ briefing: parts, cast: parts, variables: parts, rules: parts },
    ...{ scenes: parts, endings: parts },
  }),
} as const satisfies Record<Kind, z.ZodType>;

const assetsShape = z.record(z.string(), z.string());

/** Only this module writes these rows, and it writes what the parsers gave; null where a hand did since. */
function fromRow(row: Row): StoredRevision | null {
  try {
    const definition: unknown = JSON.parse(row.definition);
    const assets: unknown = JSON.parse(row.assets);
    shapes[z.enum(pieceKinds).parse(row.kind)].parse(definition);
    assetsShape.parse(assets);
    return { ...row, definition, assets } as StoredRevision;
  } catch (error) {
    log().error({ revision: row.hash, err: error }, "a revision was edited and cannot be read");
    return null;
  }
}

/** Null where there is none of that hash, or none that can be read any more. */
export async function findRevision(
  database: Database,
  hash: string,
): Promise<StoredRevision | null> {
  const row = await database.revision.findUnique({ where: { hash }, select: columns });
  return row && fromRow(row);
}

/** Revisions that have been read; they never change, so they are read once. */
export type KnownRevisions = Map<string, StoredRevision>;

/** Those of these hashes that are stored and can be read; fills `known` with what it had to read. */
export async function readRevisions(
  database: Database,
  hashes: readonly string[],
  known: KnownRevisions,
): Promise<void> {
  const missing = hashes.filter((hash) => !known.has(hash));
  if (missing.length === 0) return;
  const found = await database.revision.findMany({
    where: { hash: { in: missing } },
    select: columns,
  });
  for (const row of found) {
    const revision = fromRow(row);
    if (revision !== null) known.set(row.hash, revision);
  }
}

export interface Draft {
  readonly hash: string;
  readonly piece: Piece;
}

/** What the row of a draft says, taken from the file instead. */
export function revisionOf({ hash, piece }: Draft): StoredRevision {
  const { kind, slug, definition, assets, body } = piece;
  const languageVersion = languageVersions[kind];
  return {
    hash,
    kind,
    slug,
    title: titleOf(piece),
    languageVersion,
    definition,
    assets,
    body,
  } as StoredRevision;
}

/** The bytes of assets that the database does not hold yet. */
async function newAssets(
  database: Database,
  files: ReadonlyMap<string, string>,
): Promise<{ hash: string; bytes: Uint8Array<ArrayBuffer> }[]> {
  const hashes = [...files.keys()];
  const held = await database.asset.findMany({
    where: { hash: { in: hashes } },
    select: { hash: true },
  });
  const heldHashes = new Set(held.map((row) => row.hash));
  const wanted = [...files].filter(([hash]) => !heldHashes.has(hash));
  return Promise.all(
    wanted.map(async ([hash, file]) => {
      const bytes = new Uint8Array(await readFile(file));
      // Saved again since it was hashed: the next load, which that save starts, stores it.
      if (sha256(bytes) !== hash) throw new Error(`${file} changed while it was being stored.`);
      return { hash, bytes };
    }),
  );
}

/** Those that the database does not hold yet. */
async function newDrafts(database: Database, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const rows = await database.revision.findMany({
    where: { hash: { in: drafts.map(({ hash }) => hash) } },
    select: { hash: true },
  });
  const held = new Set(rows.map((row) => row.hash));
  return drafts.filter(({ hash }) => !held.has(hash));
}

/**
 * Stores what is new of these, with the files that they show, all or nothing. `assetFiles` gives
 * the absolute path of each file by its SHA-256.
 */
export async function storeRevisions(
  database: Database,
  drafts: readonly Draft[],
  assetFiles: (drafts: readonly Draft[]) => ReadonlyMap<string, string>,
): Promise<void> {
  const fresh = await newDrafts(database, drafts);
  if (fresh.length === 0) return;
  const assets = await newAssets(database, assetFiles(fresh));
  await database.$transaction([
    ...assets.map(({ hash, bytes }) =>
      database.asset.upsert({ where: { hash }, create: { hash, bytes }, update: {} }),
    ),
    ...fresh.map(({ hash, piece }) =>
      database.revision.upsert({
        where: { hash },
        create: {
          hash,
          kind: piece.kind,
          slug: piece.slug,
          title: titleOf(piece),
          languageVersion: languageVersions[piece.kind],
          source: piece.source ?? "",
          definition: JSON.stringify(piece.definition),
          assets: JSON.stringify(piece.assets),
          body: piece.body,
        },
        update: {},
      }),
    ),
  ]);
}
