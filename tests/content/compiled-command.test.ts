/** The content command is compiled once for the same code, and never runs what was compiled of other code. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compiledCommand, compileTo, removeOlder } from "~/cli/content/compiled.js";
import { code, codeHash } from "~/cli/content/installed.js";

test("whatever of ours it is compiled from has a say in its name, and no database is in it", async () => {
  const outdir = mkdtempSync(join(tmpdir(), "rapport-compiled-"));
  const from = await compileTo(outdir);
  rmSync(outdir, { recursive: true });
  const own = from.filter((file) => !file.startsWith("node_modules/"));
  expect(own.length).toBeGreaterThan(80);
  expect(own.filter((file) => !code.some((place) => file.startsWith(place)))).toEqual([]);
  expect(from.filter((file) => /prisma|libsql|publish/.test(file))).toEqual([
    "app/core/publishing/change.ts",
    "app/core/publishing/told-changes.ts",
  ]);
});

test("it is named by its code, and compiled once", async () => {
  const first = await compiledCommand();
  expect(first.split("/").at(-2)).toBe(codeHash().slice(0, 16));
  const { ino } = statSync(new URL(first));
  expect(await compiledCommand()).toBe(first);
  expect(statSync(new URL(first)).ino).toBe(ino);
});

test("what another command may still be loading stays, and what nobody has used for long goes", () => {
  const folder = mkdtempSync(join(tmpdir(), "rapport-compiled-"));
  const lastWeek = new Date(Date.now() - 7 * 24 * 60 * 60 * 1000);
  for (const name of ["in-use", "of-another-node", "old", "old.4711"]) {
    mkdirSync(join(folder, name));
    if (name !== "of-another-node") utimesSync(join(folder, name), lastWeek, lastWeek);
  }
  removeOlder(folder, "in-use");
  expect(readdirSync(folder).sort()).toEqual(["in-use", "of-another-node"]);
  rmSync(folder, { recursive: true });
});
