// `npm run content`. Plain JavaScript: a check of what has not changed since the last one is answered
// before the parsers are loaded; everything else is content.ts, compiled once for the same code.
import { setFlagsFromString } from "node:v8";
import { checkKey, ownContent, recalledCheck } from "./content/last-check.js";
import { compiledCommand } from "./content/compiled.js";
import { shippedContent } from "./content/installed.js";

// Like the flags in the script `content`, for code that runs once: compiling it well costs more than it
// gives. Newer versions of V8 do not know this one, and Node does not start with a flag that it does not know.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=400000");

const [command, ...rest] = process.argv.slice(2);
const asJson = rest.at(-1) === "--json";
const [named, ...more] = asJson ? rest.slice(0, -1) : rest;
const isPlain = command === "check" && more.length === 0 && !(named ?? "").startsWith("-");
// As in content.ts: CONTENT_DIR is laid over what is shipped, not over a folder that somebody names.
const own = named === undefined ? ownContent() : null;
const known = isPlain ? recalledCheck(checkKey(named ?? shippedContent, asJson, own)) : null;

/** What needs the database runs as it is, and so does all else where nothing can be kept. */
async function load() {
  const isCompiled = command !== "publish" && command !== "rollback";
  const compiled = isCompiled ? await compiledCommand().catch(() => null) : null;
  if (compiled !== null) return import(compiled);
  await import("tsx");
  return import("./content.ts");
}

if (known === null) {
  await load();
} else {
  // Whoever reads only the beginning of the output, as `head` does, closes it early.
  process.stdout.on("error", () => process.exit());
  process.stdout.write(`${known.output}\n`);
  process.exitCode = known.status;
}
