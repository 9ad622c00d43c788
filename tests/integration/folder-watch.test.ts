import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { FolderWatch } from "~/server/content/folder-watch.server";

/** Milliseconds; costs only a failing run anything. */
const patience = 20_000;

async function watched(folders: readonly string[] = []) {
  const root = mkdtempSync(join(tmpdir(), "rapport-watch-"));
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  const heard = new Set<string>();
  const failures: Error[] = [];
  const watch = new FolderWatch({
    changed: (path) => heard.add(path.slice(root.length + 1)),
    failed: (error) => failures.push(error),
  });
  await watch.add(root);
  onTestFinished(() => {
    watch.stop();
    rmSync(root, { recursive: true, force: true });
  });
  const at = (path: string) => join(root, path);
  /** Saves again and again until that is heard of: what was saved before somebody listened is not told. */
  const isHeardOf = (path: string) =>
    vi.waitFor(() => {
      writeFileSync(at(path), String(Math.random()));
      expect([...heard]).toContain(path);
    }, patience);
  return { root, at, heard, failures, isHeardOf };
}

/** Lets other work go on for so many turns: about a tenth of a millisecond each. */
async function turns(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test("a folder made within a folder that was just made is watched, however quickly one follows the other", async () => {
  const rounds = Array.from({ length: 60 }, async (_, round) => {
    const { at, isHeardOf } = await watched();
    mkdirSync(at("scenarios"));
    await turns(round);
    mkdirSync(at("scenarios/parcel"));
    await turns(round % 7);
    writeFileSync(at("scenarios/parcel/index.mdx"), "");
    await isHeardOf("scenarios/parcel/index.mdx");
  });
  await Promise.all(rounds);
});

test("a save in a folder that was there from the beginning is heard of, in place or over the old file", async () => {
  const { at, heard, isHeardOf } = await watched(["courses/empathy/01-lesson"]);
  await isHeardOf("courses/empathy/01-lesson/index.mdx");
  heard.clear();
  writeFileSync(at("courses/new"), "whole");
  renameSync(at("courses/new"), at("courses/empathy/01-lesson/index.mdx"));
  await vi.waitFor(
    () => expect([...heard]).toContain("courses/empathy/01-lesson/index.mdx"),
    patience,
  );
});

test("a folder that was moved away and made anew is watched as what it is now", async () => {
  const { at, isHeardOf } = await watched(["scenarios/parcel", "elsewhere"]);
  renameSync(at("scenarios"), at("elsewhere/scenarios"));
  mkdirSync(at("scenarios/parcel"), { recursive: true });
  await isHeardOf("scenarios/parcel/index.mdx");
  await isHeardOf("elsewhere/scenarios/parcel/index.mdx");
});

test("a watched folder that goes and comes back is watched again", async () => {
  const { root, isHeardOf, failures } = await watched(["scenarios"]);
  rmSync(root, { recursive: true });
  await turns(20);
  mkdirSync(join(root, "scenarios"), { recursive: true });
  await isHeardOf("scenarios/index.mdx");
  expect(failures).toEqual([]);
});

test("what packages and repositories keep for themselves is not watched, nor what a link leads to", async () => {
  const { at, heard, isHeardOf } = await watched(["node_modules", ".git", "courses"]);
  const other = mkdtempSync(join(tmpdir(), "rapport-linked-"));
  onTestFinished(() => rmSync(other, { recursive: true }));
  symlinkSync(other, at("courses/linked"));
  for (const folder of ["node_modules", ".git", "courses/linked"]) {
    writeFileSync(at(`${folder}/file`), "");
  }
  await isHeardOf("courses/after");
  expect([...heard].filter((path) => path.endsWith("/file"))).toEqual([]);
});

test("a folder that is not there cannot be watched", async () => {
  const watch = new FolderWatch({ changed: () => null, failed: () => null });
  onTestFinished(() => watch.stop());
  await expect(watch.add(join(tmpdir(), "not-there"))).rejects.toThrow(/ENOENT/);
});
