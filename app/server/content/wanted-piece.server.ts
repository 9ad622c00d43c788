/** How addresses, forms and commands name a piece: `slug`, `kind:slug` or `kind:slug@revision`. */
import { keyOf, pieceKinds, type Kind } from "~/server/content/piece.server";

export interface WantedPiece {
  /** Null for whichever kind has that slug. */
  readonly kind: Kind | null;
  readonly slug: string;
  /** A revision's name or its beginning; null for the file as it is. */
  readonly revision: string | null;
}

interface NamedPiece {
  readonly kind: Kind;
  readonly slug: string;
}

export function readWanted(text: string): WantedPiece {
  const [name = "", revision = null] = text.split("@");
  const at = name.indexOf(":");
  const kind = pieceKinds.find((one) => one === name.slice(0, at)) ?? null;
  return { kind, slug: kind === null ? name : name.slice(at + 1), revision };
}

/** A revision of a piece, as `readWanted` reads it. */
export function writeWanted(piece: NamedPiece, revision: string): string {
  return `${keyOf(piece)}@${revision}`;
}

export function isWanted({ kind, slug }: WantedPiece, one: NamedPiece): boolean {
  return one.slug === slug && (kind === null || one.kind === kind);
}
