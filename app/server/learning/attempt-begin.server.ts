/** A start as a learner asks for it: on what is published now, as the course's settings allow. */
import { settingsOf } from "~/core/course/official-runs";
import { fail, ok, type Result } from "~/core/result";
import type { TimeSetting } from "~/core/scenario/attempt-event";
import { contentStore } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import type { Mode } from "~/server/learning/attempt-log.server";
import {
  PublishedMeanwhile,
  startAttempt,
  StartRefused,
  type Started,
} from "~/server/learning/attempt-start.server";
import type { Learner } from "~/server/learning/completions.server";

export interface Wish {
  readonly person: Learner;
  readonly slug: string;
  readonly mode: Mode;
  readonly anew: boolean;
  /** The page that asks for it said that managers see official runs. */
  readonly told: boolean;
  readonly time: TimeSetting | undefined;
}

/** The attempt; a sentence where the settings do not allow one; null where there is no such role-play. */
export async function beginAttempt(
  database: Database,
  wish: Wish,
  triesLeft = 3,
): Promise<Result<Started, string> | null> {
  const { slug, ...asked } = wish;
  const { catalogue } = contentStore().snapshot;
  const scenario = catalogue.scenario(slug);
  if (scenario === null) return null;
  const courses = catalogue.courses.map(({ definition }) => definition);
  const official = settingsOf(courses, slug);
  try {
    return ok(await startAttempt(database, { ...asked, scenario, official }));
  } catch (error) {
    if (error instanceof StartRefused) return fail(error.message);
    if (!(error instanceof PublishedMeanwhile) || triesLeft === 0) throw error;
    // Another process published since this one looked: whoever begins now begins on that.
    await contentStore().refresh();
    return beginAttempt(database, wish, triesLeft - 1);
  }
}
