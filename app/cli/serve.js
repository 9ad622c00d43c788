// `npm run serve`: production. No build, no demo data, no secret of its own making. Plain
// JavaScript, so that the server's process carries no compiler.
import { existsSync } from "node:fs";
import { runBuilt } from "./run-built.js";

if (existsSync("build/.complete")) {
  await runBuilt({ demo: false });
} else {
  console.log("There is no build yet. Run this first: npm run build");
  process.exitCode = 1;
}
