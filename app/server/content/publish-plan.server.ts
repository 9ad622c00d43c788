/** Which pieces on disk become revisions in use, and what is no longer on offer. */
import { keyOf, type Piece } from "~/server/content/piece.server";
import type { ContentTree } from "~/server/content/read.server";
import { hashOfPiece } from "~/server/content/revision-hash.server";
import type { Draft, Publishing, StoredRevision } from "~/server/content/revisions.server";

function assetFilesOf(tree: ContentTree, drafts: readonly Draft[]): Map<string, string> {
  const wanted = new Set(drafts.flatMap(({ piece }) => Object.values(piece.assets)));
  const files = [...tree.files.values()].filter((file) => wanted.has(file.hash));
  return new Map(files.map((file) => [file.hash, file.absolute]));
}

/** A piece with errors is in neither list: what is in use of it stays in use. */
export function planPublishing(
  tree: ContentTree,
  pieces: readonly Piece[],
  published: ReadonlyMap<string, StoredRevision>,
): Publishing {
  const drafts = pieces.flatMap((piece): Draft[] => {
    const hash = hashOfPiece(piece);
    return hash === null ? [] : [{ hash, piece }];
  });
  const publish = drafts.filter(({ hash, piece }) => published.get(keyOf(piece))?.hash !== hash);
  const onDisk = new Set(pieces.map(keyOf));
  const gone = [...published].filter(([key]) => !onDisk.has(key)).map(([, revision]) => revision);
  return {
    publish,
    // Where a folder could not be listed, nothing counts as gone.
    withdraw: tree.complete ? gone.map(({ kind, slug }) => ({ kind, slug })) : [],
    assetFiles: assetFilesOf(tree, publish),
  };
}
