/** Notices saved files and loads what they hold: live within a second, once for a burst of saves. */
import { watch } from "chokidar";
import type { ContentStore } from "~/server/content/store.server";

/** How long the folder must be quiet before it is read, in milliseconds. */
const quiet = 100;
/** A burst that does not end (a checkout, a sync) is read in between, in milliseconds. */
const longestBurst = 500;
/** How long to wait after a load that failed, in milliseconds. */
const pauseAfterFailure = 2000;

export interface Watching {
  readonly stop: () => Promise<void>;
}

/** Watches until it is stopped. `say` gets a sentence for each thing that changed or went wrong. */
export async function watchContent(
  store: ContentStore,
  say: (sentence: string) => void,
): Promise<Watching> {
  const folders = [store.folders.shipped, store.folders.own].filter((folder) => folder !== null);
  const watcher = watch(folders, { ignoreInitial: true, followSymlinks: true });
  let timer: NodeJS.Timeout | null = null;
  let burstBegan: number | null = null;
  let stopped = false;

  const load = async (): Promise<void> => {
    timer = null;
    burstBegan = null;
    try {
      for (const change of (await store.load()).changes) say(change);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      say(`The content could not be read again, so what was in use stays in use: ${reason}`);
      schedule(pauseAfterFailure);
    }
  };
  const schedule = (pause: number): void => {
    if (stopped) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void load(), pause);
  };
  watcher.on("all", () => {
    burstBegan ??= Date.now();
    schedule(Math.max(0, Math.min(quiet, burstBegan + longestBurst - Date.now())));
  });
  watcher.on("error", (error) => say(`Watching the content folder failed: ${String(error)}`));
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  // What was saved while the watcher got ready was not announced.
  schedule(0);
  return {
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await watcher.close();
    },
  };
}
