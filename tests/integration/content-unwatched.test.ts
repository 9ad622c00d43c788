import type fileSystem from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { ContentStore } from "~/server/content/store.server";
import { watchContent } from "~/server/content/watch.server";
import { aContentFolder, scenarioFile, scenarioPlace } from "tests/factories/content-folder";
import { aDatabase } from "tests/setup/database";

vi.mock("node:fs", async (original) => ({
  ...(await original<typeof fileSystem>()),
  watch: () => {
    throw Object.assign(new Error("ENOSPC: System limit for number of file watchers reached"), {
      code: "ENOSPC",
    });
  },
}));

test("a folder that the system does not let us watch is read every few seconds instead, and that is said once", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const { database, close } = await aDatabase();
  onTestFinished(close);
  const shipped = aContentFolder();
  const folders = { shipped: shipped.path, own: null };
  const store = new ContentStore({ database, folders, cacheFolder: null });
  await store.load();
  const heard: string[] = [];
  const watching = await watchContent(store, (sentence) => heard.push(sentence));
  onTestFinished(() => watching.stop());
  expect(heard).toEqual([
    "A content folder cannot be watched, so it is read every 5 seconds: ENOSPC: System limit for number of file watchers reached",
  ]);
  shipped.write(scenarioPlace, scenarioFile({ title: "Seen all the same" }));
  vi.advanceTimersByTime(5000);
  await vi.waitFor(() => expect(heard.at(-1)).toMatch(/^Scenario parcel is in use/), 20_000);
  expect(store.snapshot.catalogue.scenario("parcel")?.definition.title).toBe("Seen all the same");
});
