/** The sources of a tree by what they are, each piece once. */
import type { Diagnostic, Severity } from "~/core/diagnostic";
import { placeOfFile, readInstead, toldAstray, toldTwice, type Place } from "~/language/place";
import { vocabularySlug, type Kind } from "~/server/content/piece.server";
import type { ContentFile, ContentTree } from "~/server/content/read.server";

export interface PlacedFile {
  readonly kind: Kind;
  readonly slug: string;
  readonly file: ContentFile;
}

function named(place: Place): { readonly kind: Kind; readonly slug: string } {
  switch (place.kind) {
    case "behaviours":
      return { kind: "behaviours", slug: vocabularySlug };
    case "lesson":
      return { kind: "lesson", slug: `${place.course}/${place.slug}` };
    case "course":
      return { kind: "course", slug: place.course };
    case "scenario":
    case "path":
      return { kind: place.kind, slug: place.slug };
  }
}

/** The organisation's own files come first, so that they win where two files are the same piece. */
function inOrder(tree: ContentTree): ContentFile[] {
  return [...tree.files.values()].sort(
    (a, b) =>
      Number(a.layer === "shipped") - Number(b.layer === "shipped") || (a.path < b.path ? -1 : 1),
  );
}

export function placeFiles(tree: ContentTree): {
  readonly placed: readonly PlacedFile[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const placed = new Map<string, PlacedFile>();
  const diagnostics: Diagnostic[] = [];
  const say = (
    { path }: ContentFile,
    rule: string,
    message: string,
    fix: string,
    severity: Severity = "warning",
  ) => diagnostics.push({ file: path, line: 1, column: 1, rule, severity, message, fix });
  const paths = [...tree.files.keys()];
  for (const file of inOrder(tree)) {
    const place = placeOfFile(file.path);
    if (place === null) {
      const astray = toldAstray(file.path);
      if (astray) say(file, "file/unknown-place", astray.message, astray.fix);
      continue;
    }
    const twin = readInstead(file.path, paths);
    if (twin !== null) {
      const { message, fix } = toldTwice(twin);
      say(file, "file/twice", message, fix, "error");
      continue;
    }
    const name = named(place);
    const key = `${name.kind}:${name.slug}`;
    const first = placed.get(key);
    if (first === undefined) placed.set(key, { ...name, file });
    else {
      say(
        file,
        "file/unknown-place",
        `This is not read: ${first.file.path} is the ${name.kind} "${name.slug}" already.`,
        "Give one of them another name, or take it away.",
      );
    }
  }
  return { placed: [...placed.values()], diagnostics };
}
