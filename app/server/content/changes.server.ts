/** What a load changed, in sentences for the log. */
import type { Diagnostic } from "~/core/diagnostic";
import { keyOf, type Piece } from "~/server/content/piece.server";
import type { StoredRevision } from "~/server/content/revisions.server";
import type { Snapshot } from "~/server/content/snapshot.server";

const kindNames = {
  behaviours: "The vocabulary of",
  lesson: "Lesson",
  scenario: "Scenario",
  course: "Course",
  path: "Path",
} as const;

export function shortHash(revision: string): string {
  return revision.slice(0, 8);
}

function nameOf({ kind, slug }: { readonly kind: Piece["kind"]; readonly slug: string }): string {
  return `${kindNames[kind]} ${slug}`;
}

function firstError({ diagnostics }: Piece): Diagnostic | undefined {
  return diagnostics.find((diagnostic) => diagnostic.severity === "error");
}

function brokenSentence(piece: Piece, inUse: StoredRevision | undefined): string | null {
  const error = firstError(piece);
  if (error === undefined) return null;
  const rest = piece.diagnostics.length - 1;
  const more = rest > 0 ? ` (and ${rest} more)` : "";
  const consequence =
    inUse === undefined
      ? "It is not in use until that is mended."
      : `The last good revision, ${shortHash(inUse.hash)}, stays in use.`;
  return `${error.file}:${error.line}:${error.column} ${error.message}${more} ${consequence}`;
}

export function changesBetween(before: Snapshot, after: Snapshot): string[] {
  const changes: string[] = [];
  for (const [key, revision] of after.published) {
    const previous = before.published.get(key);
    if (previous?.hash === revision.hash) continue;
    changes.push(`${nameOf(revision)} is in use as revision ${shortHash(revision.hash)}.`);
  }
  for (const [key, revision] of before.published) {
    if (after.published.has(key)) continue;
    changes.push(`${nameOf(revision)} is not on offer any more.`);
  }
  for (const move of after.waiting) {
    if (before.waiting.some((other) => keyOf(other) === keyOf(move) && other.to === move.to)) {
      continue;
    }
    const what = move.to === null ? "to be taken out of use" : "to be published";
    changes.push(
      `${nameOf(move)} waits ${what}${move.to === null ? "" : `, as revision ${shortHash(move.to)}`}.`,
    );
  }
  const known = new Map(before.pieces.map((piece) => [keyOf(piece), piece]));
  for (const piece of after.pieces) {
    const previous = known.get(keyOf(piece));
    if (previous !== undefined && sameState(previous, piece)) continue;
    const sentence = brokenSentence(piece, after.published.get(keyOf(piece)));
    if (sentence !== null) changes.push(sentence);
    else if (previous !== undefined && firstError(previous) !== undefined) {
      changes.push(`${piece.file} is mended.`);
    } else if (previous !== undefined && piece.diagnostics.length > 0) {
      changes.push(`${piece.file} has ${piece.diagnostics.length} remarks.`);
    }
  }
  return changes;
}

function sameState(left: Piece, right: Piece): boolean {
  return (
    left.source === right.source &&
    JSON.stringify(left.diagnostics) === JSON.stringify(right.diagnostics)
  );
}
