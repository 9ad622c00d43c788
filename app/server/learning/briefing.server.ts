/** What one reads before a role-play begins: what it is about, where one stands, and how it may be played. */
import { behaviourNames } from "~/core/behaviour/behaviour";
import { completionKey } from "~/core/completion/record";
import { settingsOf } from "~/core/course/official-runs";
import type { Scenario } from "~/core/scenario/definition";
import { hasTimedMoments } from "~/core/scenario/timing";
import type { Catalogue, Published } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { askedAgain } from "~/server/learning/asked-again.server";
import { listStandings, neverPlayed } from "~/server/learning/attempt-list.server";
import { lastTimeSetting } from "~/server/learning/attempt-time.server";
import type { Learner } from "~/server/learning/completions.server";
import { readLearnerState } from "~/server/learning/learner-state.server";
import { officialRunsOf } from "~/server/learning/official-limits.server";

/** Nothing of a scene: what is not here the browser does not get before it is met. */
function introduction(definition: Scenario, { vocabulary }: Catalogue) {
  const { title, summary, minutes, channel, setting, role, behaviours, briefing, cast } =
    definition;
  return {
    ...{ title, summary, minutes, channel, setting, role, briefing },
    behaviours: behaviourNames(vocabulary, behaviours),
    cast: cast.map(({ id, name, role: theirs }) => ({ id, name, role: theirs })),
  };
}

export async function readBriefing(
  database: Database,
  content: Catalogue,
  person: Learner,
  { definition }: Published<Scenario>,
) {
  const { slug } = definition;
  const courses = content.courses.map((course) => course.definition);
  const settings = settingsOf(courses, slug);
  const { standing, sentences } = await officialRunsOf(database, settings, person, slug);
  const state = await readLearnerState(database, person.id);
  const asked = { kind: "scenario", slug } as const;
  const standings = await listStandings(database, person.id, slug);
  return {
    briefing: introduction(definition, content),
    again: await askedAgain(database, content, person.id, state, asked),
    standing: standings.get(slug) ?? neverPlayed,
    official: {
      mayBegin: standing.mayBegin,
      sentences,
      seen: settings.replay === "shared",
      done: state.completed.has(completionKey("scenario", slug)),
    },
    /** How its clocks are likely to be wanted; null where it has none. */
    time: hasTimedMoments(definition)
      ? ((await lastTimeSetting(database, person.id)) ?? "stated")
      : null,
  };
}
