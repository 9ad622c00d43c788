/** The content command is compiled once for the same code, and never runs what was compiled of other code. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { examineScenario, type Examined } from "~/cli/content/examine-scenario";
import { loadLibrary, shippedContent } from "~/cli/content/load-library";
import { testsAmong } from "~/cli/content/run-tests";
import { compiledCommand, compileTo, removeOlder } from "~/cli/content/compiled.js";
import { code, codeHash, root } from "~/cli/content/installed.js";

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

test("installing the packages compiles it, and packages are installed where the code is not yet", () => {
  const manifest = readFileSync(join(root, "package.json"), "utf8");
  const { scripts } = JSON.parse(manifest) as { scripts: { postinstall: string } };
  const clone = mkdtempSync(join(tmpdir(), "rapport-compiled-"));
  const install = () => spawnSync(scripts.postinstall, { cwd: clone, shell: true });
  const packages = join(clone, "node_modules");
  mkdirSync(packages);
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name !== ".cache") symlinkSync(join(root, "node_modules", name), join(packages, name));
  }
  cpSync(join(root, "package.json"), join(clone, "package.json"));
  expect(install().status).toBe(0);
  for (const place of code) cpSync(join(root, place), join(clone, place), { recursive: true });
  expect(install().status).toBe(0);
  const folder = join(packages, ".cache", "content-command");
  const [compiled = "", ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  expect(existsSync(join(folder, compiled, "content.js"))).toBe(true);
  rmSync(clone, { recursive: true });
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

test("a thread of the compiled command finds out about a role-play what one alone finds out", async () => {
  const { library, sources } = await loadLibrary(shippedContent);
  const { definition } =
    library.scenarios.find(({ definition }) => definition.slug === "the-coat") ?? {};
  const tests = testsAmong(sources).find(({ slug }) => slug === "the-coat")?.source;
  if (definition === undefined || tests === undefined) throw new Error("The coat is gone.");
  const works = [
    { definition, tests },
    { definition: { ...definition, minutes: 1 }, tests: { ...tests, text: "nonsense" } },
  ];
  const thread = new Worker(new URL("content/examining-thread.js", await compiledCommand()));
  const answers = new Promise<readonly Examined[]>((answer, fail) => {
    const said: Examined[] = [];
    thread.on("error", fail);
    thread.on("message", (examined: Examined) => {
      if (said.push(examined) === works.length) answer(said);
    });
  });
  for (const work of works) thread.postMessage(work);
  expect(await answers).toEqual(works.map(examineScenario));
  await thread.terminate();
});
