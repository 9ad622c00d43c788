/** What a trainer sees of the content: each piece with its state, and what is wrong at its place. */
import { codeFrame, type FrameLine } from "~/core/code-frame";
import { hasErrors, type Diagnostic } from "~/core/diagnostic";
import { contentStore } from "~/server/content/catalogue.server";
import { shortHash } from "~/server/content/changes.server";
import { keyOf, titleOf, type Kind, type Piece } from "~/server/content/piece.server";
import type { Layer } from "~/server/content/read.server";
import { hasRevisions } from "~/server/content/revision-list.server";
import type { Snapshot } from "~/server/content/snapshot.server";
import { db } from "~/server/db.server";

/**
 * `inUse`: learners meet the file as it is. `waits`: it is right and waits to be published.
 * `keptBack`: it has errors, and learners meet the last good revision. `neverGood`: it has errors
 * and was never in use.
 */
type PieceState = "inUse" | "waits" | "keptBack" | "neverGood";

interface FramedDiagnostic extends Diagnostic {
  readonly frame: readonly FrameLine[];
}

export interface StudioPiece {
  readonly kind: Kind;
  readonly slug: string;
  readonly title: string;
  readonly file: string;
  readonly layer: Layer;
  readonly state: PieceState;
  /** Short name of the revision in use; null where there is none. */
  readonly revision: string | null;
  readonly errors: number;
  readonly warnings: number;
}

interface StudioDetail extends StudioPiece {
  /** Of the content that all of this is told of: what comes later is another. */
  readonly version: string;
  readonly diagnostics: readonly FramedDiagnostic[];
  readonly hasRevisions: boolean;
}

interface StudioOverview {
  readonly version: string;
  readonly pieces: readonly StudioPiece[];
  /** How many changes wait to be published. */
  readonly waiting: number;
  /** A saved file is in use at once. */
  readonly onSave: boolean;
  /** What is wrong with files that are no piece: links, strays, what cannot be read. */
  readonly strays: readonly Diagnostic[];
}

function isGood({ diagnostics, definition }: Piece): boolean {
  return !hasErrors(diagnostics) && definition !== null;
}

function stateOf(piece: Piece, { published, waiting }: Snapshot): PieceState {
  if (!isGood(piece)) {
    return published.has(keyOf(piece)) ? "keptBack" : "neverGood";
  }
  return waiting.some((move) => keyOf(move) === keyOf(piece)) ? "waits" : "inUse";
}

function studioPiece(piece: Piece, snapshot: Snapshot): StudioPiece {
  const { kind, slug, file, layer, diagnostics } = piece;
  const inUse = snapshot.published.get(keyOf(piece));
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return {
    kind,
    slug,
    title: inUse?.title ?? titleOf(piece),
    file,
    layer,
    state: stateOf(piece, snapshot),
    revision: inUse === undefined ? null : shortHash(inUse.hash),
    errors,
    warnings: diagnostics.length - errors,
  };
}

function framed({ diagnosed, diagnostics }: Piece): FramedDiagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    frame: diagnosed === null ? [] : codeFrame(diagnosed, diagnostic),
  }));
}

export function studioOverview(): StudioOverview {
  const { snapshot, publishing } = contentStore();
  return {
    version: snapshot.version,
    waiting: snapshot.waiting.length,
    onSave: publishing === "on-save",
    pieces: snapshot.pieces
      .map((piece) => studioPiece(piece, snapshot))
      .sort((one, other) => (one.file < other.file ? -1 : 1)),
    strays: snapshot.diagnostics,
  };
}

/** How many files have errors, so that learners meet something else or nothing in their place. */
export function brokenCount(): number {
  const { snapshot } = contentStore();
  return snapshot.pieces.filter((piece) => !isGood(piece)).length;
}

/** One piece with everything that is said about it; null where no file is that piece. */
export async function studioDetail(kind: Kind, slug: string): Promise<StudioDetail | null> {
  const { snapshot } = contentStore();
  const piece = snapshot.pieces.find((each) => each.kind === kind && each.slug === slug);
  if (piece === undefined) return null;
  const own = studioPiece(piece, snapshot);
  return {
    ...own,
    version: snapshot.version,
    // What is shown is the file, also where learners still meet what was published before.
    title: isGood(piece) ? titleOf(piece) : own.title,
    diagnostics: framed(piece),
    hasRevisions: await hasRevisions(db(), { kind, slug }),
  };
}

export function contentVersion(): string {
  return contentStore().snapshot.version;
}
