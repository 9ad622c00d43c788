/**
 * The name of a revision: the SHA-256, in hexadecimal, of the UTF-8 bytes of the canonical JSON of
 *
 *     { "assets": { <file>: <sha256>, … }, "kind": …, "languageVersion": …, "slug": …,
 *       "source": …, "steps": […] | null }
 *
 * Canonical means: keys sorted by UTF-16 code units, no white space, strings and numbers as
 * `JSON.stringify` writes them (as RFC 8785 does for this shape). `source` is the text of the file
 * without a byte order mark and with every CRLF and CR as LF, so that a checkout on another system
 * is the same revision. `steps` are those of a course or a path, which depend on what stands beside
 * it; null for everything else.
 */
import { withPlainLineEnds } from "~/language/source";
import { languageVersions, type Kind, type Piece } from "~/server/content/piece.server";
import { sha256 } from "~/server/content/read.server";

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

export interface RevisionParts {
  readonly kind: Kind;
  readonly slug: string;
  readonly source: string;
  readonly assets: Readonly<Record<string, string>>;
  readonly steps: Json;
}

export function revisionHash({ kind, slug, source, assets, steps }: RevisionParts): string {
  return sha256(
    canonicalJson({
      kind,
      slug,
      languageVersion: languageVersions[kind],
      source: withPlainLineEnds(source),
      assets,
      steps,
    }),
  );
}

/** The hash of a piece as it stands on disk; null where it cannot be used. */
export function hashOfPiece(piece: Piece): string | null {
  if (piece.definition === null || piece.source === null) return null;
  const { kind, slug, source, assets } = piece;
  const steps =
    piece.kind === "course" || piece.kind === "path"
      ? piece.definition.steps.map((step) => ({ ...step }))
      : null;
  return revisionHash({ kind, slug, source, assets, steps });
}
