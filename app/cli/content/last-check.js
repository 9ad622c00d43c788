// What `content check` said last of the very same bytes. Plain JavaScript and nothing but node, so
// that a look through what has not changed loads no compiler and no parser.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { addTree, cache, codeHash, shippedContent } from "./installed.js";

const source = /\.(mdx|ya?ml)$/;

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
    const hash = createHash("sha256").update(`${codeHash()} ${asJson} ${own !== null}\0`);
    const isWhole = [...new Set([shippedContent, resolve(folder), own ?? shippedContent])].every(
      (path) => addTree(hash, path, (name) => source.test(name)),
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
