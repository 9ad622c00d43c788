import { expect, test } from "vitest";
import { parseLibrary } from "~/language/library";
import { placeFiles } from "~/server/content/placed.server";
import type { ContentFile, ContentTree } from "~/server/content/read.server";

function treeOf(...paths: readonly string[]): ContentTree {
  const files = paths.map((path): [string, ContentFile] => [
    path,
    { path, layer: "own", absolute: `/${path}`, hash: path, bytes: new Uint8Array() },
  ]);
  return { files: new Map(files), beneath: new Map(), diagnostics: [], complete: true };
}

test.each([
  "paths/Über.yml",
  "paths/more/first-days.yml",
  "scenarios/ring/INDEX.MDX",
  "courses/One/course.yml",
  "notes.mdx",
  "notes.txt",
  "paths/first-days.yml",
])("where content is served, %s is told of as check tells of it", (path) => {
  const isAstray = ({ rule }: { readonly rule: string }) => rule === "file/unknown-place";
  const served = placeFiles(treeOf(path)).diagnostics.filter(isAstray);
  const checked = parseLibrary({ sources: [], files: [path] }).diagnostics.filter(isAstray);
  expect(served).toEqual(checked);
});
