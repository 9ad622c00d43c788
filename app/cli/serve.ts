/** `npm run serve`: production. No build, no demo data, no secret of its own making. */
import { existsSync } from "node:fs";
import { runBuilt } from "~/cli/run-built";

if (!existsSync("build/.complete")) {
  console.log("There is no build yet. Run this first: npm run build");
  process.exit(1);
}
await runBuilt({ demo: false });
