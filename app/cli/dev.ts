/** `npm run dev`: the server on sources, with Vite's reload for code and our own for content. */
import type { ServerBuild } from "@remix-run/node";
import { generateClient } from "~/cli/build-steps";
import type { runServer } from "~/server/run.server";

const generated = await generateClient(console.log);
if (generated !== 0) process.exit(generated);

const { createServer } = await import("vite");
const vite = await createServer({ server: { middlewareMode: true } });
const load = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
const entry = (await load()).entry.module as unknown as { runServer: typeof runServer };
const failed = await entry.runServer({
  build: load,
  developmentServer: vite.middlewares,
  demo: true,
  say: console.log,
});
if (failed !== null) process.exit(failed);
