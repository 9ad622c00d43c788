/** The steps of a build, each taken only when it is needed. */
import { spawn } from "node:child_process";
import { readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

type Say = (sentence: string) => void;

const stamp = "build/.complete";
const sources = [
  "app",
  "public",
  "package-lock.json",
  "vite.config.ts",
  "remix.config.js",
  "prisma/schema.prisma",
];

async function newest(path: string): Promise<number> {
  const facts = await stat(path).catch(() => null);
  if (facts === null) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  const entries = (await readdir(path)).filter((name) => name !== "generated");
  const times = await Promise.all(entries.map((name) => newest(join(path, name))));
  return Math.max(facts.mtimeMs, ...times);
}

/** Runs one of the project's own tools and returns its exit code. */
function run(tool: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(join("node_modules/.bin", tool), args, {
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** Generates the database client where it is missing or older than the schema. */
export async function generateClient(say: Say): Promise<number> {
  const generated = await newest("app/server/generated/prisma/client.ts");
  if (generated > (await newest("prisma/schema.prisma"))) return 0;
  say("Generating the database client …");
  return run("prisma", ["generate", "--no-hints"]);
}

const compressible = /\.(js|css|svg|json|webmanifest|txt)$/;

/** Writes `.br` and `.gz` beside each text file, so that serving one costs no compression. */
async function precompress(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await precompress(path);
    else if (compressible.test(entry.name)) {
      const bytes = await readFile(path);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
      await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }
  }
}

export async function compileLessons(): Promise<void> {
  // React takes its slow, talkative build unless this is set when it is first loaded, and the
  // server of a first `npm start` goes on in this process.
  process.env["NODE_ENV"] = "production";
  // Loaded only here: a start that builds nothing has no use for the compiler.
  const { compileShipped } = await import("~/server/content/compile-shipped.server");
  await compileShipped();
}

export async function buildAll(say: Say): Promise<number> {
  const generated = await generateClient(say);
  if (generated !== 0) return generated;
  const began = new Date();
  say("Building the pages …");
  const built = await run("remix", ["vite:build", "--logLevel", "warn"]);
  if (built !== 0) return built;
  await precompress("build/client");
  say("Compiling the lessons …");
  await compileLessons();
  await writeFile(stamp, began.toISOString());
  // As old as what it was built from: a source that was saved meanwhile makes it stale.
  await utimes(stamp, began, began);
  return 0;
}

/** Builds only where the build is older than the sources, or is not there. */
export async function buildIfStale(say: Say): Promise<number> {
  const times = await Promise.all(sources.map(newest));
  if ((await newest(stamp)) > Math.max(...times)) return generateClient(say);
  return buildAll(say);
}
