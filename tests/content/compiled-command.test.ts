/** The content command is compiled once for the same code, and never runs what was compiled of other code. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compiledCommand, compileTo } from "~/cli/content/compiled.js";
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
  ]);
});

test("it is named by its code, and compiled once", async () => {
  const first = await compiledCommand();
  expect(first.split("/").at(-2)).toBe(codeHash().slice(0, 16));
  expect(await compiledCommand()).toBe(first);
});
