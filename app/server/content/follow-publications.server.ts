/**
 * Follows what other processes publish: a command on this machine, another server on the same
 * database. The database has no way to call, so its last change is asked for: one look into an
 * index, which costs a tenth of a millisecond or so.
 */
import { lastChange } from "~/server/content/publications.server";
import type { ContentStore } from "~/server/content/store.server";
import type { Watching } from "~/server/content/watch.server";
import type { Database } from "~/server/db.server";

/** Milliseconds between two looks: with them, everybody has switched within a second. */
const pause = 400;

/** Looks until it is stopped. `say` gets a sentence for each thing that changed. */
export function followPublications(
  database: Database,
  store: ContentStore,
  say: (sentence: string) => void,
): Watching {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let failing = false;
  let looking: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    try {
      if ((await lastChange(database)) > store.snapshot.seq) {
        const { changes } = await store.refresh();
        for (const change of changes) say(change);
      }
      failing = false;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!failing) say(`What others published cannot be seen at present: ${reason}`);
      failing = true;
    }
    schedule();
  };
  const schedule = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      looking = look();
    }, pause);
  };
  schedule();
  return {
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await looking;
    },
  };
}
