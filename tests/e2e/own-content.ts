/** A server whose organisation has a folder of content of its own, laid over the shipped one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test as base } from "tests/e2e/fixtures";
import { startServer, type RunningServer } from "tests/setup/server";

interface OwnContent {
  readonly server: RunningServer;
  readonly contentDir: string;
}

/** Every worker has a folder and a server of its own; the server starts on what is in `files`. */
export function testWithContent(
  publish: "on-save" | "by-hand",
  files: Readonly<Record<string, string>> = {},
) {
  return base.extend<object, OwnContent>({
    contentDir: [
      async ({}, provide) => {
        const folder = mkdtempSync(join(tmpdir(), "rapport-own-"));
        for (const [file, text] of Object.entries(files)) save(folder, file, text);
        await provide(folder);
        rmSync(folder, { recursive: true });
      },
      { scope: "worker" },
    ],
    server: [
      async ({ contentDir }, provide) => {
        const env = { CONTENT_DIR: contentDir, PUBLISH: publish };
        const server = await startServer({ env });
        await provide(server);
        await server.stop();
        server.remove();
      },
      { scope: "worker", timeout: 180_000 },
    ],
  });
}

/** As an author's editor does. */
export function save(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}
