/** A content folder as a library; a folder without a vocabulary of its own uses the shipped one. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Diagnostic } from "~/core/diagnostic";
import type { Scenario } from "~/core/scenario/definition";
import { parseLibrary, type Filed, type Library } from "~/language/library";
import { parseBehaviours } from "~/language/parse-behaviours";
import type { Source } from "~/language/source";
import type { Memory } from "./memory";
import { readContentFolder } from "./read-folder";
import { shippedContent } from "./installed.js";

export { shippedContent } from "./installed.js";

interface LoadedLibrary {
  readonly library: Library;
  readonly sources: readonly Source[];
  /** Every file, read or not. */
  readonly files: readonly string[];
  /** In the order of files, lines and columns. */
  readonly diagnostics: readonly Diagnostic[];
}

async function shippedVocabulary(): Promise<Vocabulary> {
  const file = join(shippedContent, "behaviours.yml");
  if (!existsSync(file)) return [];
  const text = await readFile(file, "utf8");
  return parseBehaviours({ file: "behaviours.yml", text }).definition ?? [];
}

/** An organisation's folder is laid over what is shipped, so it may name what stands there. */
async function shippedFiles(folder: string): Promise<readonly string[]> {
  if (folder === shippedContent || !existsSync(shippedContent)) return [];
  const { sources } = await readContentFolder(shippedContent);
  return sources.map(({ file }) => file);
}

export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (left, right) =>
      (left.file < right.file ? -1 : left.file > right.file ? 1 : 0) ||
      left.line - right.line ||
      left.column - right.column,
  );
}

/**
 * With `own` laid over the folder, as `CONTENT_DIR` is over what is shipped. `listen` is
 * given all sources before any is parsed, and what it gives back is told of each role-play as soon as
 * that is read.
 */
export async function loadLibrary(
  folder: string,
  memory?: Memory,
  own: string | null = null,
  listen?: (sources: readonly Source[]) => (scenario: Filed<Scenario>) => void,
): Promise<LoadedLibrary> {
  const [{ sources, files, diagnostics }, vocabulary] = await Promise.all([
    readContentFolder(folder, own),
    shippedVocabulary(),
  ]);
  const library = parseLibrary({
    sources,
    files,
    under: await shippedFiles(folder),
    vocabulary,
    ...(memory && { recall: memory.recall }),
    ...(listen && { onScenario: listen(sources) }),
  });
  return {
    library,
    sources,
    files,
    diagnostics: inOrder([...diagnostics, ...library.diagnostics]),
  };
}
