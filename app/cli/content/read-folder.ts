/** Reads a content folder from disk, for the content command. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Diagnostic } from "~/core/diagnostic";
import { Reporter } from "~/language/reporter";
import { decodeSource, type Source } from "~/language/source";

export interface FolderContent {
  readonly sources: readonly Source[];
  /** Every file, read or not, relative to the folder with forward slashes. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const readable = /\.(?:mdx|ya?ml)$/;

function unreadable(file: string): readonly Diagnostic[] {
  const reporter = new Reporter(file);
  reporter.report(
    "file/unreadable",
    { line: 1, column: 1 },
    "This file could not be read.",
    "Let everyone who works here read it, or take it out of the folder.",
  );
  return reporter.diagnostics;
}

/** Throws where the folder cannot be read. */
export async function readContentFolder(folder: string): Promise<FolderContent> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => !file.split("/").some((part) => part.startsWith(".")))
    .sort();
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files.filter((name) => readable.test(name))) {
    const bytes = await readFile(join(folder, file)).catch(() => null);
    if (bytes === null) {
      diagnostics.push(...unreadable(file));
      continue;
    }
    const decoded = decodeSource(file, bytes);
    diagnostics.push(...decoded.diagnostics);
    if (decoded.text !== null) sources.push({ file, text: decoded.text });
  }
  return { sources, files, diagnostics };
}
