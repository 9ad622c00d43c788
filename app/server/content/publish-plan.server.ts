/** How what is on disk and what is in use differ, and what of that happens by itself. */
import { keyOf, type Kind, type Piece } from "~/server/content/piece.server";
import type { ContentTree } from "~/server/content/read.server";
import { hashOfPiece } from "~/server/content/revision-hash.server";
import type { Draft } from "~/server/content/revisions.server";

/** One piece from one revision to another; null is being out of use. */
export interface Move {
  readonly kind: Kind;
  readonly slug: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** `on-save`: a valid file is in use as soon as it is saved. `by-hand`: it waits for somebody. */
export type Publishing = "on-save" | "by-hand";

/** Stands for "the file is gone" where a revision that was gone back from is remembered. */
export const absent = "absent";

/** What is on disk, as far as publishing goes. */
export interface OnDisk {
  /** The revision that each valid file is, by key. */
  readonly drafts: ReadonlyMap<
    string,
    { readonly kind: Kind; readonly slug: string; hash: string }
  >;
  /** Every piece that has a file, right or wrong. */
  readonly keys: ReadonlySet<string>;
  /** False where a folder could not be listed: nothing then counts as gone. */
  readonly complete: boolean;
}

export function draftsOf(pieces: readonly Piece[]): Draft[] {
  return pieces.flatMap((piece): Draft[] => {
    const hash = hashOfPiece(piece);
    return hash === null ? [] : [{ hash, piece }];
  });
}

export function onDiskOf(
  tree: ContentTree,
  pieces: readonly Piece[],
  drafts: readonly Draft[],
): OnDisk {
  return {
    drafts: new Map(
      drafts.map(({ hash, piece: { kind, slug } }) => [
        keyOf({ kind, slug }),
        { kind, slug, hash },
      ]),
    ),
    keys: new Set(pieces.map(keyOf)),
    complete: tree.complete,
  };
}

/** Which revision of a piece is in use. */
export interface InUse {
  readonly kind: Kind;
  readonly slug: string;
  readonly hash: string;
}

/** A piece with errors is in no move: what is in use of it stays in use. */
export function movesBetween(
  inUse: ReadonlyMap<string, InUse>,
  { drafts, keys, complete }: OnDisk,
): Move[] {
  const changed = [...drafts].flatMap(([key, { kind, slug, hash }]): Move[] => {
    const from = inUse.get(key)?.hash ?? null;
    return from === hash ? [] : [{ kind, slug, from, to: hash }];
  });
  const gone = complete ? [...inUse].filter(([key]) => !keys.has(key)) : [];
  return [
    ...changed,
    ...gone.map(([, { kind, slug, hash }]): Move => ({ kind, slug, from: hash, to: null })),
  ];
}

/**
 * The moves that a load makes by itself. The first load of all puts everything in use, or a new
 * installation would have nothing; what somebody went back from stays until it is saved again.
 */
export function movesOfLoad(
  moves: readonly Move[],
  {
    publishing,
    isFirst,
    heldBack,
  }: {
    readonly publishing: Publishing;
    readonly isFirst: boolean;
    readonly heldBack: ReadonlyMap<string, string>;
  },
): readonly Move[] {
  if (isFirst) return moves;
  if (publishing === "by-hand") return [];
  return moves.filter((move) => heldBack.get(keyOf(move)) !== (move.to ?? absent));
}

/** Absolute path of each file that the drafts show, by its SHA-256. */
export function assetFilesOf(tree: ContentTree, drafts: readonly Draft[]): Map<string, string> {
  const wanted = new Set(drafts.flatMap(({ piece }) => Object.values(piece.assets)));
  const files = [...tree.files.values()].filter((file) => wanted.has(file.hash));
  return new Map(files.map((file) => [file.hash, file.absolute]));
}
