// Runs the server out of `build/`, where one bundle holds all of it.
import { pathToFileURL } from "node:url";

/**
 * @param {{ demo: boolean }} options
 * @returns {Promise<void>}
 */
export async function runBuilt({ demo }) {
  process.env["NODE_ENV"] = "production";
  const build = await import(pathToFileURL("build/server/index.js").href);
  const failed = await build.entry.module.runServer({ build, demo, say: console.log });
  if (failed !== null) process.exit(failed);
}
