/** What there is to do once a run has ended. */
import { completionKey } from "~/core/completion/record";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import type { Mode } from "~/server/learning/attempt-log.server";
import { readLearnerState } from "~/server/learning/learner-state.server";
import { waysToBegin, type WaysToBegin } from "~/server/learning/official-limits.server";
import { onwards, type Onwards } from "~/server/learning/onwards.server";
import type { Learner } from "~/server/learning/completions.server";

interface EndedRun {
  readonly slug: string;
  readonly mode: Mode;
  readonly passed: boolean;
}

/** Where to go on is known once the run has completed its own step. */
interface AfterRun extends WaysToBegin, Onwards {
  /** The role-play stands complete on the person's record, which this run did not change. */
  readonly stands: boolean;
}

export async function afterRun(
  database: Database,
  content: Catalogue,
  person: Learner,
  { slug, mode, passed }: EndedRun,
): Promise<AfterRun> {
  const ways = await waysToBegin(database, content, person, slug);
  if (mode === "practice") return { ...ways, stands: false, next: null, course: null };
  const state = await readLearnerState(database, person.id);
  if (!passed) {
    const stands = state.completed.has(completionKey("scenario", slug));
    return { ...ways, stands, next: null, course: null };
  }
  const reader = { now: new Date(), timeZone: person.timeZone };
  return { ...ways, stands: true, ...onwards(content, state, reader, { kind: "scenario", slug }) };
}
