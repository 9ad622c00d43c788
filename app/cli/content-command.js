// `npm run content`. Plain JavaScript: a check of what has not changed since the last one is answered
// before the compiler and the parsers are loaded; everything else is content.ts.
import { checkKey, ownContent, recalledCheck, shipped } from "./content/last-check.js";

const [command, ...rest] = process.argv.slice(2);
const asJson = rest.at(-1) === "--json";
const [named, ...more] = asJson ? rest.slice(0, -1) : rest;
const isPlain = command === "check" && more.length === 0 && !(named ?? "").startsWith("-");
// As in content.ts: CONTENT_DIR is laid over what is shipped, not over a folder that somebody names.
const own = named === undefined ? ownContent() : null;
const known = isPlain ? recalledCheck(checkKey(named ?? shipped, asJson, own)) : null;
if (known === null) {
  await import("tsx");
  await import("./content.ts");
} else {
  // Whoever reads only the beginning of the output, as `head` does, closes it early.
  process.stdout.on("error", () => process.exit());
  process.stdout.write(`${known.output}\n`);
  process.exitCode = known.status;
}
