// The content command compiled into a few files: to find, translate and load some three hundred
// modules one by one takes longer than most of what the command does.
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cache, codeHash, root } from "./installed.js";

const folder = join(cache, "content-command");

/**
 * @param {string} outdir
 * @returns {Promise<readonly string[]>} What it was compiled from, relative to the root.
 */
export async function compileTo(outdir) {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["app/cli/content.ts"],
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    metafile: true,
    logLevel: "silent",
    // Its place says where the product is. What needs the database is never run from here.
    external: ["installed.js", "publish.ts"].map((name) => join(root, "app/cli/content", name)),
    // Some packages are not modules yet, and ask for node's own in the old way.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
  return Object.keys(metafile.inputs);
}

/**
 * The address of the compiled command, compiled anew where the code is another than last time. Throws
 * where it cannot be kept.
 * @returns {Promise<string>}
 */
export async function compiledCommand() {
  const name = codeHash().slice(0, 16);
  const compiled = join(folder, name);
  if (!existsSync(compiled)) {
    const beside = `${compiled}.${process.pid}`;
    await compileTo(beside);
    try {
      renameSync(beside, compiled);
    } catch (problem) {
      // Two that began together: the other was first.
      rmSync(beside, { recursive: true });
      if (!existsSync(compiled)) throw problem;
    }
    for (const other of readdirSync(folder)) {
      const isOlder = other !== name && !other.includes(".");
      if (isOlder) rmSync(join(folder, other), { recursive: true, force: true });
    }
  }
  return pathToFileURL(join(compiled, "content.js")).href;
}
