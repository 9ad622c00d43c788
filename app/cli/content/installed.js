// Where this copy of the product is, and which code it is. Plain JavaScript and nothing but node: it
// is read before anything is compiled, and stays a file of its own beside what is compiled.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const shippedContent = join(root, "content");
/** Nothing in it is missed when it is gone. */
export const cache = join(root, ".cache");

/** All that has a say in what the command says: its code, how that is compiled, and the versions of what it is built on. */
export const code = [
  "app/core",
  "app/language",
  "app/cli",
  "app/server/content",
  "package-lock.json",
  "tsconfig.json",
];

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} path
 * @param {(name: string) => boolean} isRead Of all other files the size alone has a say.
 * @param {boolean} follows Links are followed.
 * @returns {boolean} False where a link is in it that is not followed.
 */
export function addTree(hash, path, isRead, follows = false) {
  const facts = statSync(path);
  if (facts.isFile()) {
    hash.update(`${path}\0${facts.size}\0`);
    if (isRead(path)) hash.update(readFileSync(path));
    return true;
  }
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .every(
      (entry) =>
        (follows || !entry.isSymbolicLink()) &&
        addTree(hash, join(path, entry.name), isRead, follows),
    );
}

/** @type {string | undefined} */
let known;

/**
 * The hash of this code, the same from the first call on. Throws where it cannot be read.
 * @returns {string}
 */
export function codeHash() {
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(`${process.version}\0`);
  for (const path of code) addTree(hash, join(root, path), () => true, true);
  known = hash.digest("hex");
  return known;
}
