// What `content check` said last of the very same bytes. Plain JavaScript and nothing but node, so
// that a look through what has not changed loads no compiler and no parser.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** As in shipped.ts. */
export const shipped = join(root, "content");
const cache = join(root, ".cache");
const source = /\.(mdx|ya?ml)$/;
/** All that has a say in what comes out: the code, and the versions of what it is built on. */
const code = ["app/core", "app/language", "app/cli", "app/server/content", "package-lock.json"];

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} path
 * @param {(name: string) => boolean} isRead Of all other files the size alone has a say.
 * @returns {boolean} False where a link is in it: what that leads to is not looked for here.
 */
function add(hash, path, isRead) {
  const facts = statSync(path);
  if (facts.isFile()) {
    hash.update(`${path}\0${facts.size}\0`);
    if (isRead(path)) hash.update(readFileSync(path));
    return true;
  }
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .every((entry) => !entry.isSymbolicLink() && add(hash, join(path, entry.name), isRead));
}

/**
 * What `CONTENT_DIR` names, as the server understands it; null where it is not set.
 * @returns {string | null}
 */
export function ownContent() {
  const { CONTENT_DIR = "" } = process.env;
  return CONTENT_DIR === "" ? null : resolve(CONTENT_DIR);
}

/**
 * The hash of all that a check of `folder` depends on, with `own` laid over it where that is given;
 * null where that cannot be told in short.
 * @param {string} folder
 * @param {boolean} asJson
 * @param {string | null} own
 * @returns {string | null}
 */
export function checkKey(folder, asJson, own = null) {
  try {
    // A folder by itself is looked through in another way than the same folder laid over what is shipped.
    const hash = createHash("sha256").update(`${process.version} ${asJson} ${own !== null}\0`);
    const isWhole =
      code.every((path) => add(hash, join(root, path), () => true)) &&
      [...new Set([shipped, resolve(folder), own ?? shipped])].every((path) =>
        add(hash, path, (name) => source.test(name)),
      );
    return isWhole ? hash.digest("hex") : null;
  } catch {
    return null;
  }
}

/** @param {string} key */
const fileOf = (key) => join(cache, `last-check-${key.slice(0, 2)}.json`);

/**
 * @param {string | null} key
 * @returns {{ output: string, status: 0 | 1 } | null}
 */
export function recalledCheck(key) {
  if (key === null) return null;
  try {
    const { report, ...kept } = JSON.parse(readFileSync(fileOf(key), "utf8"));
    return kept.key === key ? report : null;
  } catch {
    return null;
  }
}

/**
 * A folder that cannot be written to costs only time.
 * @param {string | null} key
 * @param {{ output: string, status: 0 | 1 }} report
 */
export function keepCheck(key, report) {
  if (key === null) return;
  try {
    mkdirSync(cache, { recursive: true });
    const beside = `${fileOf(key)}.${process.pid}`;
    writeFileSync(beside, JSON.stringify({ key, report }));
    renameSync(beside, fileOf(key));
  } catch {
    return;
  }
}
