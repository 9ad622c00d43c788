/** Runs the server out of `build/`, where one bundle holds all of it. */
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { runServer } from "~/server/run.server";

interface BuiltEntry {
  readonly runServer: typeof runServer;
}

export async function runBuilt({ demo }: { readonly demo: boolean }): Promise<void> {
  process.env["NODE_ENV"] = "production";
  const build = (await import(pathToFileURL("build/server/index.js").href)) as ServerBuild;
  const entry = build.entry.module as unknown as BuiltEntry;
  const failed = await entry.runServer({ build, demo, say: console.log });
  if (failed !== null) process.exit(failed);
}
