/**
 * Compiles the bodies of lessons with mdx-bundler. What goes in has been checked by the language
 * and holds no code; what comes out is kept by a hash of what went in, in memory and on disk, so
 * that a start with nothing new compiles nothing.
 */
import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { stop as stopEsbuild, version as esbuildVersion, type BuildOptions } from "esbuild";
import { keepWordsWhole } from "~/server/content/keep-words-whole.server";
import { lessonModuleOf, type LessonModule } from "~/server/content/lesson-modules.server";
import { sha256 } from "~/server/content/read.server";

/** To be raised when what is made of the same body changes. */
const compilerVersion = 2;
/** As many at a time as esbuild makes good use of; the rest of the process stays awake. */
const concurrency = 2;
/** Modules that are not in use any more and were asked for, by pages that began on them. */
const oldModulesKept = 20;
/** How long esbuild is kept for another body, in milliseconds. */
const idle = 10_000;

/** Names the compiled module of a body, before it is compiled. */
export function moduleHash(body: string): string {
  return sha256(`${compilerVersion}\n${esbuildVersion}\n${body}`);
}

/** Of all compilers: esbuild is one process for them, and a build that it is stopped under never ends. */
let bundling = 0;
let rest: NodeJS.Timeout | undefined;

/** esbuild is a process of its own, which holds memory as long as it runs. */
function restLater(): void {
  clearTimeout(rest);
  rest = setTimeout(() => {
    if (bundling === 0) void stopEsbuild();
  }, idle).unref();
}

async function bundle(body: string): Promise<string> {
  // Most starts compile nothing: the compiler is loaded when there is something to compile.
  const { bundleMDX } = await import("mdx-bundler");
  const { code } = await bundleMDX({
    source: body,
    // The body's facts are gone; whatever looks like more of them is text. See docs on `---js`.
    grayMatterOptions: () => ({ engines: {}, delimiters: neverInText }),
    mdxOptions: (options: object) => ({
      ...options,
      remarkPlugins: [],
      rehypePlugins: [keepWordsWhole],
    }),
    esbuildOptions: (options: BuildOptions): BuildOptions => ({
      ...options,
      target: "es2022",
      legalComments: "none",
    }),
  });
  return code;
}

/** gray-matter runs code in some formats; it finds no facts that are fenced with this. */
const neverInText: [string, string] = ["\u0000\u0000\u0000", "\u0000\u0000\u0000"];

/** A file begins with the hash of the rest of it: one that was damaged counts as not there. */
async function readWhole(file: string): Promise<string | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  const code = text.slice(text.indexOf("\n") + 1);
  return text.startsWith(`//${sha256(code)}\n`) ? code : null;
}

/** Whole or not there: a crash while writing leaves no half a module. */
async function writeWhole(file: string, code: string): Promise<void> {
  const scratch = `${file}.${randomUUID()}.tmp`;
  const handle = await open(scratch, "wx");
  try {
    await handle.writeFile(`//${sha256(code)}\n${code}`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(scratch, file).catch(async (error: unknown) => {
    await rm(scratch, { force: true });
    throw error;
  });
}

/** The compiled modules of a process, with a folder that outlives it. */
export class Compiler {
  readonly #modules = new Map<string, Promise<LessonModule>>();
  /** Compressed once, too: at its best brotli takes longer than all the rest of a request. */
  readonly #old = new Map<string, LessonModule>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  /** Bodies that were really compiled, not found. */
  compilations = 0;

  /**
   * `folder` may not exist yet; null keeps nothing on disk. In `ready` the build left what is
   * shipped; it is only read.
   */
  constructor(
    private readonly folder: string | null,
    private readonly ready: string | null = null,
  ) {}

  /** The module of a body; rejects where the body does not compile. */
  compile(body: string): Promise<LessonModule> {
    const hash = moduleHash(body);
    const known = this.#modules.get(hash);
    if (known !== undefined) return known;
    const made = this.findOrMake(hash, body).then((code) => lessonModuleOf(hash, code));
    this.#modules.set(hash, made);
    made.catch(() => this.#modules.delete(hash));
    return made;
  }

  /** A module by its name, also one that is no longer in use but still on disk. */
  async find(hash: string): Promise<LessonModule | null> {
    const known = this.#modules.get(hash) ?? this.#old.get(hash);
    if (known !== undefined) return known;
    const code = await this.kept(hash);
    if (code === null) return null;
    // Who asked at the same time may have made it meanwhile.
    const found = this.#old.get(hash) ?? lessonModuleOf(hash, code);
    this.#old.set(hash, found);
    const [oldest] = this.#old.keys();
    if (this.#old.size > oldModulesKept && oldest !== undefined) this.#old.delete(oldest);
    return found;
  }

  /** Lets go of all modules but these; what is on disk stays. */
  keepOnly(hashes: ReadonlySet<string>): void {
    for (const hash of this.#modules.keys()) if (!hashes.has(hash)) this.#modules.delete(hash);
  }

  private async findOrMake(hash: string, body: string): Promise<string> {
    const kept = await this.kept(hash);
    if (kept !== null) return kept;
    await this.turn();
    try {
      this.compilations += 1;
      bundling += 1;
      const code = await bundle(body).finally(() => {
        bundling -= 1;
        restLater();
      });
      await this.keep(hash, code);
      return code;
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.#running >= concurrency) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running += 1;
  }

  private async kept(hash: string): Promise<string | null> {
    for (const folder of [this.folder, this.ready]) {
      const code = folder === null ? null : await readWhole(join(folder, `${hash}.js`));
      if (code !== null) return code;
    }
    return null;
  }

  private async keep(hash: string, code: string): Promise<void> {
    const { folder } = this;
    if (folder === null) return;
    // A cache that cannot be written (a full disk) costs time at the next start, and nothing else.
    await mkdir(folder, { recursive: true })
      .then(() => writeWhole(join(folder, `${hash}.js`), code))
      .catch(() => undefined);
  }
}
