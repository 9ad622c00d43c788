/** Reads a content folder for the content command: what is served is what is looked through. */
import type { Diagnostic } from "~/core/diagnostic";
import { decodeSource, type Source } from "~/language/source";
import { readTree } from "~/server/content/read.server";

export interface FolderContent {
  readonly sources: readonly Source[];
  /** Every file, read or not, relative to the folder with forward slashes. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a picture shows is not looked at here. */
const unhashed = { of: () => Promise.resolve("") };

/** Throws where the folder cannot be read. */
export async function readContentFolder(folder: string): Promise<FolderContent> {
  const tree = await readTree({ shipped: folder, own: null }, unhashed);
  const files = [...tree.files.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [...tree.diagnostics];
  for (const { path, bytes } of files) {
    if (bytes === null) continue;
    const decoded = decodeSource(path, bytes);
    diagnostics.push(...decoded.diagnostics);
    if (decoded.text !== null) sources.push({ file: path, text: decoded.text });
  }
  return { sources, files: files.map(({ path }) => path), diagnostics };
}
