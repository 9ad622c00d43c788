/** The project's own source files, for the rules that are kept as tests. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const passedOver = new Set(["node_modules", "generated", "build", "data"]);

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = posix.join(folder, entry.name);
    if (passedOver.has(entry.name)) continue;
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

/** Every file under the folders that ends in one of the endings. */
export function sourceFiles(
  folders: readonly string[] = ["app"],
  endings: readonly string[] = [".ts", ".tsx"],
): SourceFile[] {
  return folders
    .flatMap((folder) => [...walk(folder)])
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(join(process.cwd(), path), "utf8") }));
}

export function isTest(path: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(path);
}
