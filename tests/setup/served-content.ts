/** The content that routes serve: a folder of the test's own, read by this process's own store. */
import { afterAll, vi } from "vitest";
import { ContentStore } from "~/server/content/store.server";
import { perProcess } from "~/server/per-process.server";
import { ContentFolder, contentFiles, type Files } from "tests/factories/content-folder";
import { aDatabase } from "tests/setup/database";

interface Served {
  readonly files?: Files;
  readonly publishing?: ContentStore["publishing"];
}

/** Called once, at the top of a file: it lasts until the last test of it. */
export async function servedContent({ files = contentFiles, publishing = "on-save" }: Served = {}) {
  const { database, url, close } = await aDatabase();
  vi.stubEnv("DATABASE_URL", url);
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");
  const folder = new ContentFolder(files);
  const folders = { shipped: folder.path, own: null };
  const store = perProcess(
    "content-store",
    () => new ContentStore({ database, folders, cacheFolder: null }),
  );
  store.publishing = publishing;
  await store.load();
  afterAll(async () => {
    await close();
    folder.clear();
  });
  return { database, folder, folders, store };
}
