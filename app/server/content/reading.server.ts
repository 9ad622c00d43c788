/**
 * Turns one file of the tree into a piece, and remembers what it made of it: a saved file costs the
 * reading of that file and of what depends on it.
 */
import { setImmediate } from "node:timers/promises";
import type { Diagnostic } from "~/core/diagnostic";
import { decodeSource, type Source } from "~/language/source";
import { keyOf, type DefinitionOf, type Kind, type PieceOf } from "~/server/content/piece.server";
import type { PlacedFile } from "~/server/content/placed.server";
import { sha256, type ContentFile, type ContentTree } from "~/server/content/read.server";
import type { StoredRevision } from "~/server/content/revisions.server";

/** What was made of each file the last time, with what it was made of. */
export type ParseMemory = Map<string, { readonly mark: string; readonly piece: PieceOf<Kind> }>;

interface Parsed<Definition> {
  readonly definition: Definition | null;
  /** A lesson's. */
  readonly body?: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface Recipe<K extends Kind> {
  readonly kind: K;
  readonly slug: string;
  /** All that the result depends on besides the file itself. */
  readonly context: unknown;
  readonly parse: (source: Source) => Parsed<DefinitionOf[K]>;
  /** Hashes of the assets that the definition shows. */
  readonly assets?: (definition: DefinitionOf[K]) => Readonly<Record<string, string>>;
}

export class Reading {
  /** Files that were really parsed, not remembered. */
  parsed = 0;

  constructor(
    readonly tree: ContentTree,
    /** What is in use, by key: the last good revision of what is broken now. */
    private readonly published: ReadonlyMap<string, StoredRevision>,
    private readonly memory: ParseMemory,
  ) {}

  async piece<K extends Kind>(path: string, recipe: Recipe<K>): Promise<PieceOf<K> | null> {
    const file = this.tree.files.get(path);
    if (file === undefined) return null;
    const piece = await this.remembered(file, recipe);
    const beneath = this.tree.beneath.get(path);
    if (piece.definition !== null || beneath === undefined) return piece;
    if (this.published.has(keyOf(recipe))) return piece;
    // Nothing of it was ever in use: the shipped file that it replaces is better than nothing.
    const shipped = await this.remembered(beneath, recipe);
    const { layer, diagnostics, diagnosed } = piece;
    return { ...shipped, layer, diagnostics, diagnosed };
  }

  /** One after the other, without those that are gone. */
  async pieces<K extends Kind>(
    files: readonly PlacedFile[],
    recipeFor: (placed: PlacedFile) => Recipe<K>,
  ): Promise<PieceOf<K>[]> {
    const pieces: PieceOf<K>[] = [];
    for (const placed of files) {
      const piece = await this.piece(placed.file.path, recipeFor(placed));
      if (piece !== null) pieces.push(piece);
    }
    return pieces;
  }

  /** The definition to reckon with: of the file, else of the last good revision. */
  usable<K extends Kind>(piece: PieceOf<K>): DefinitionOf[K] | null {
    return piece.definition ?? this.lastGood(piece.kind, piece.slug);
  }

  lastGood<K extends Kind>(kind: K, slug: string): DefinitionOf[K] | null {
    const revision = this.published.get(keyOf({ kind, slug }));
    return (revision?.definition as DefinitionOf[K] | undefined) ?? null;
  }

  private async remembered<K extends Kind>(
    file: ContentFile,
    recipe: Recipe<K>,
  ): Promise<PieceOf<K>> {
    const mark = `${file.hash}:${sha256(JSON.stringify(recipe.context))}`;
    const name = `${file.layer}:${file.path}`;
    const known = this.memory.get(name);
    if (known?.mark === mark) return known.piece as PieceOf<K>;
    // A changed vocabulary reads every file anew: requests are answered in between.
    await setImmediate();
    this.parsed += 1;
    const piece = parseFile(file, recipe);
    this.memory.set(name, { mark, piece });
    return piece;
  }
}

function parseFile<K extends Kind>(file: ContentFile, recipe: Recipe<K>): PieceOf<K> {
  const { kind, slug } = recipe;
  const decoded = decodeSource(file.path, file.bytes ?? new Uint8Array());
  const source = decoded.text;
  const parsed: Parsed<DefinitionOf[K]> =
    source === null
      ? { definition: null, diagnostics: decoded.diagnostics }
      : recipe.parse({ file: file.path, text: source });
  const { definition, diagnostics, body = null } = parsed;
  const assets = definition === null ? {} : (recipe.assets?.(definition) ?? {});
  return {
    kind,
    slug,
    file: file.path,
    layer: file.layer,
    source,
    definition,
    body,
    assets,
    diagnostics,
    diagnosed: source,
  };
}
