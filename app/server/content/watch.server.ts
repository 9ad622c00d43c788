/** Notices saved files and loads what they hold: live within a second, once for a burst of saves. */
import { FolderWatch } from "~/server/content/folder-watch.server";
import type { ContentStore } from "~/server/content/store.server";

/** How long the folder must be quiet before it is read, in milliseconds. */
const quiet = 100;
/** A burst that does not end (a checkout, a sync) is read in between, in milliseconds. */
const longestBurst = 500;
/** How long to wait after a load that failed, in milliseconds: twice as long after each. */
const firstPause = 2000;
const longestPause = 60_000;
/** How often a folder that cannot be watched is read instead, in milliseconds. */
const betweenReadings = 5000;

export interface Watching {
  readonly stop: () => Promise<void>;
}

/** Watches until it is stopped. `say` gets a sentence for each thing that changed or went wrong. */
export async function watchContent(
  store: ContentStore,
  say: (sentence: string) => void,
): Promise<Watching> {
  let timer: NodeJS.Timeout | null = null;
  let burstBegan: number | null = null;
  let failures = 0;
  let stopped = false;
  let reading: NodeJS.Timeout | null = null;

  const load = async (): Promise<void> => {
    timer = null;
    burstBegan = null;
    try {
      const { changes } = await store.load();
      failures = 0;
      for (const change of changes) say(change);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      say(`The content could not be read again, so what was in use stays in use: ${reason}`);
      schedule(Math.min(firstPause * 2 ** failures, longestPause));
      failures += 1;
    }
  };
  const schedule = (pause: number): void => {
    if (stopped) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void load(), pause);
  };
  const watch = new FolderWatch({
    changed: () => {
      burstBegan ??= Date.now();
      schedule(Math.max(0, Math.min(quiet, burstBegan + longestBurst - Date.now())));
    },
    failed: (error) => {
      if (reading !== null || stopped) return;
      say(`A content folder cannot be watched, so it is read every 5 seconds: ${error.message}`);
      reading = setInterval(() => void load(), betweenReadings);
    },
  });
  const folders = [store.folders.shipped, store.folders.own].filter((folder) => folder !== null);
  await Promise.all(folders.map((folder) => watch.add(folder)));
  // What was saved while the watcher got ready was not announced.
  schedule(0);
  return {
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      if (reading !== null) clearInterval(reading);
      watch.stop();
      return Promise.resolve();
    },
  };
}
