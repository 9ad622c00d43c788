/** `npm start`: from a fresh clone to a running server with the demo organisation. */
import { buildIfStale } from "~/cli/build-steps";
import { runBuilt } from "./run-built.js";

const built = await buildIfStale(console.log);
if (built !== 0) {
  console.log("The build failed; what is above says why.");
  process.exit(built);
}
await runBuilt({ demo: true });
