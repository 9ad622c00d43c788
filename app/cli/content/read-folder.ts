/** Reads content folders for the content command: what is served is what is looked through. */
import type { Diagnostic } from "~/core/diagnostic";
import { placeOfFile, scenarioTestedBy } from "~/language/place";
import { decodeSource, type Source } from "~/language/source";
import { placeFiles } from "~/server/content/placed.server";
import { readTree, type ContentFile, type ContentTree } from "~/server/content/read.server";

interface FolderContent {
  readonly sources: readonly Source[];
  /** Every file, read or not, relative to the folder with forward slashes. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a picture shows is not looked at here. */
const unhashed = { of: () => Promise.resolve("") };

/** The server reads each piece once, and that of the upper folder. */
function isServed(tree: ContentTree, served: ReadonlySet<string>) {
  return ({ path, layer }: ContentFile): boolean => {
    if (placeOfFile(path) !== null) return served.has(path);
    // What is expected of a shipped role-play says nothing of one that stands in its place.
    const slug = scenarioTestedBy(path);
    const tested = slug === null ? undefined : tree.files.get(`scenarios/${slug}/index.mdx`);
    return tested === undefined || layer === "own" || tested.layer === "shipped";
  };
}

/** `own` is laid over `folder`, file by file. Throws where one of them cannot be read. */
export async function readContentFolder(
  folder: string,
  own: string | null = null,
): Promise<FolderContent> {
  const tree = await readTree({ shipped: folder, own }, unhashed);
  const { placed, diagnostics: said } = placeFiles(tree);
  const served = new Set(placed.map(({ file }) => file.path));
  const files = [...tree.files.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [
    ...tree.diagnostics,
    // Of a file in no place, or in the place of another, the library says so itself.
    ...said.filter(({ file, rule }) => placeOfFile(file) !== null && rule !== "file/twice"),
  ];
  for (const { path, bytes } of files.filter(isServed(tree, served))) {
    if (bytes === null) continue;
    const decoded = decodeSource(path, bytes);
    diagnostics.push(...decoded.diagnostics);
    if (decoded.text !== null) sources.push({ file: path, text: decoded.text });
  }
  return { sources, files: files.map(({ path }) => path), diagnostics };
}
