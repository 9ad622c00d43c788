// The content command compiled into a few files: to find, translate and load some three hundred
// modules one by one takes longer than most of what the command does. It is done once when the packages
// are installed (`postinstall`), and again by the first command after the code has changed.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { codeHash, root } from "./installed.js";

/** With the packages, as it is made of them: it goes with them, and not with what was found out about content. */
const folder = join(root, "node_modules", ".cache", "content-command");

/**
 * @param {string} outdir
 * @returns {Promise<readonly string[]>} What it was compiled from, relative to the root.
 */
export async function compileTo(outdir) {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["app/cli/content.ts", "app/cli/content/examining-thread.ts"],
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

const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes from `folder` what was put there more than a day ago, but `kept`. What is younger may be of a
 * command that still runs and loads its parts as it needs them, or of another Node on this machine.
 * @param {string} folder
 * @param {string} kept
 */
export function removeOlder(folder, kept) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name !== kept && statSync(path).mtimeMs < Date.now() - DAY) {
      rmSync(path, { recursive: true, force: true });
    }
  }
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
    // Before the compiler is loaded: where nothing can be kept, nobody waits for it.
    mkdirSync(beside, { recursive: true });
    try {
      await compileTo(beside);
      renameSync(beside, compiled);
    } catch (problem) {
      rmSync(beside, { recursive: true, force: true });
      // Of two that began together the other may have been first.
      if (!existsSync(compiled)) throw problem;
    }
    removeOlder(folder, name);
  }
  return pathToFileURL(join(compiled, "content.js")).href;
}
