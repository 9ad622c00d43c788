/** The replay of a run, for its owner or for somebody whom the owner lets see it. */
import type { Viewer } from "~/core/access/policy";
import { hasEnded } from "~/core/scenario/attempt";
import { catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { replayOf, withoutWords, type ReplayView } from "~/server/learning/attempt-replay.server";
import { readSharing, type Sharing } from "~/server/learning/attempt-sharing.server";
import { findAttempt } from "~/server/learning/attempt-state.server";
import { findSharedRun } from "~/server/learning/shared-runs.server";

interface ReplayPageView {
  readonly replay: ReplayView;
  /** Null where it is the viewer's own. */
  readonly owner: {
    readonly id: string;
    readonly name: string;
    readonly managed: boolean;
    readonly announced: boolean;
  } | null;
  /** For the owner of a run that has ended. */
  readonly sharing: Sharing | null;
}

/** Null where there is no such run as far as the viewer can tell; `broken` is the owner's own. */
export async function readReplay(
  database: Database,
  viewer: Viewer,
  attemptId: string,
): Promise<ReplayPageView | "broken" | null> {
  const { vocabulary } = catalogue();
  const own = await findAttempt(database, { attemptId, personId: viewer.id });
  if (own?.kind === "broken") return "broken";
  if (own !== null) {
    const ended = hasEnded(own.state);
    const asked = { attemptId, personId: viewer.id };
    return {
      replay: replayOf(own, vocabulary),
      owner: null,
      sharing: ended || own.stored.shared ? await readSharing(database, asked) : null,
    };
  }
  const seen = await findSharedRun(database, viewer, attemptId);
  if (seen === null) return null;
  const whole = replayOf(seen.attempt, vocabulary);
  const replay = { ...(seen.words ? whole : withoutWords(whole)), rewind: null };
  return {
    replay,
    owner: { ...seen.owner, managed: seen.managed, announced: seen.announced },
    sharing: null,
  };
}
