/** With `CONTENT_DIR` set, the content command looks through what learners would meet. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkKey } from "~/cli/content/last-check.js";
import { readContentFolder } from "~/cli/content/read-folder";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sample = readFileSync(join(root, "tests/content/samples/every-element.mdx"), "utf8");

let own = "";
let below = "";
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), "rapport-own-"));
  below = mkdtempSync(join(tmpdir(), "rapport-below-"));
});
afterEach(() => {
  for (const folder of [own, below]) rmSync(folder, { recursive: true });
});

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function content(...args: readonly string[]) {
  return spawnSync(process.execPath, ["app/cli/content-command.js", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CONTENT_DIR: own },
  });
}

test("check reads the overlay over what is shipped, says so, and remembers both folders", () => {
  write(own, "scenarios/the-ring/index.mdx", "---\ntitle: T\n---\n");
  const broken = content("check");
  expect(broken.status).toBe(1);
  expect(broken.stdout).toContain("Error in scenarios/the-ring/index.mdx");
  expect(broken.stdout.trimEnd().split("\n").at(-1)).toContain(
    `CONTENT_DIR (${own}) was laid over the shipped content.`,
  );
  expect(content("check").stdout).toBe(broken.stdout);
  write(own, "scenarios/the-ring/index.mdx", sample);
  const mended = content("check");
  expect([mended.stderr, mended.status]).toEqual(["", 0]);
  const named = content("check", own);
  expect(named.stdout).toContain("1 file checked: 0 errors");
  expect(named.stdout).not.toContain("CONTENT_DIR");
});

test("paths knows a role-play of the overlay", () => {
  write(own, "scenarios/the-ring/index.mdx", sample);
  expect(content("paths", "the-ring")).toMatchObject({ status: 0, stderr: "" });
});

test("an overlay that is not there is said, and nothing is checked without it", () => {
  rmSync(own, { recursive: true });
  const answer = content("check");
  mkdirSync(own);
  expect(answer.status).toBe(2);
  expect(answer.stderr).toContain(`CONTENT_DIR should be a folder of content; found ${own}.`);
});

test("the remembered answer of an overlay is that of both folders, and not of one alone", () => {
  write(own, "behaviours.yml", "behaviours: []\n");
  const keys = [checkKey(below, false), checkKey(below, false, own), checkKey(own, false)];
  write(own, "behaviours.yml", "behaviours: {}\n");
  keys.push(checkKey(below, false, own));
  write(below, "behaviours.yml", "behaviours: {}\n");
  keys.push(checkKey(below, false, own));
  expect(new Set(keys).size).toBe(5);
});

test("a file of the overlay is read in place of the shipped one, without the tests of that one", async () => {
  write(below, "scenarios/one/index.mdx", "shipped");
  write(below, "scenarios/one/tests.yml", "tests of the shipped one");
  write(below, "scenarios/two/index.mdx", "shipped");
  write(below, "scenarios/two/tests.yml", "tests of the shipped one");
  write(own, "scenarios/one/index.mdx", "own");
  const { sources } = await readContentFolder(below, own);
  expect(sources.map(({ file, text }) => `${file}: ${text}`)).toEqual([
    "scenarios/one/index.mdx: own",
    "scenarios/two/index.mdx: shipped",
    "scenarios/two/tests.yml: tests of the shipped one",
  ]);
});

test("of two files that are the same lesson the overlay's is read, and the other named", async () => {
  write(below, "courses/day-one/01-hello/index.mdx", "shipped");
  write(own, "courses/day-one/02-hello/index.mdx", "own");
  const { sources, diagnostics } = await readContentFolder(below, own);
  expect(sources.map(({ text }) => text)).toEqual(["own"]);
  expect(diagnostics).toMatchObject([
    { file: "courses/day-one/01-hello/index.mdx", rule: "file/unknown-place" },
  ]);
});

test("a .yaml of one's own takes the place of a shipped .yml, and of two of one's own the .yml is read", async () => {
  write(below, "paths/first-days.yml", "shipped");
  write(own, "paths/first-days.yaml", "own");
  const alone = await readContentFolder(below, own);
  expect(alone.sources).toEqual([{ file: "paths/first-days.yaml", text: "own" }]);
  expect(alone.diagnostics).toEqual([]);
  write(own, "paths/first-days.yml", "own too");
  const both = await readContentFolder(below, own);
  expect(both.sources).toEqual([{ file: "paths/first-days.yml", text: "own too" }]);
});
