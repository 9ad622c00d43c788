/** Links on disk: what `content check` looks through is what learners are served. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { checkContent } from "~/cli/content/check";
import { readContentFolder } from "~/cli/content/read-folder";
import { readTree } from "~/server/content/read.server";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "rapport-links-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const rulesOf = (diagnostics: readonly { readonly file: string; readonly rule: string }[]) =>
  diagnostics.map(({ file, rule }) => `${file} ${rule}`).sort();

test("a link within the folder is read under its own name, as it is where content is served", async () => {
  const folder = aFolder({ "scenarios/one/index.mdx": "words" });
  symlinkSync("one", join(folder, "scenarios/two"));
  symlinkSync("..", join(folder, "scenarios/circle"));
  const { files, sources, diagnostics } = await readContentFolder(folder);
  const served = await readTree({ shipped: folder, own: null });
  expect(files).toEqual(["scenarios/one/index.mdx", "scenarios/two/index.mdx"]);
  expect(sources.map(({ text }) => text)).toEqual(["words", "words"]);
  expect(files).toEqual([...served.files.keys()].sort());
  expect(diagnostics).toEqual([]);
});

test("a link that leaves the folder, and one that leads nowhere, are errors and not silence", async () => {
  const outside = aFolder({ "secret.mdx": "secret" });
  const folder = aFolder({ "scenarios/one/index.mdx": "words" });
  symlinkSync(join(outside, "secret.mdx"), join(folder, "secret.mdx"));
  symlinkSync("nowhere", join(folder, "scenarios/lost"));
  const { files, diagnostics } = await readContentFolder(folder);
  expect(files).toEqual(["scenarios/one/index.mdx"]);
  expect(rulesOf(diagnostics)).toEqual(["scenarios/lost file/missing", "secret.mdx file/outside"]);
  const served = await readTree({ shipped: folder, own: null });
  expect(rulesOf(diagnostics)).toEqual(rulesOf(served.diagnostics));
});

test("a folder or a pipe with the name of a file is an error, and nobody waits for it", async () => {
  const folder = aFolder({ "scenarios/one/index.mdx": "words" });
  mkdirSync(join(folder, "courses/c/course.yml"), { recursive: true });
  mkdirSync(join(folder, "behaviours.yml"));
  mkdirSync(join(folder, "paths"));
  execFileSync("mkfifo", [join(folder, "paths/endless.yml")]);
  const { files, diagnostics } = await readContentFolder(folder);
  expect(files).toEqual(["scenarios/one/index.mdx"]);
  expect(rulesOf(diagnostics)).toEqual([
    "behaviours.yml file/unreadable",
    "courses/c/course.yml file/unreadable",
    "paths/endless.yml file/unreadable",
  ]);
});

test("a file that is not text counts as one that was looked through", async () => {
  const folder = aFolder({ "scenarios/one/index.mdx": "\0", "paths/p.yml": "title: T" });
  const { output, status } = await checkContent(folder, true);
  expect(status).toBe(1);
  expect(JSON.parse(output)).toMatchObject({ files: 2 });
});
