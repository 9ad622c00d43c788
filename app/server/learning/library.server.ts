/** The library of role-plays for one person: where they stand with each, whole or narrowed. */
import { completionKey } from "~/core/completion/record";
import { byTitle } from "~/core/prose/by-title";
import type { Scenario } from "~/core/scenario/definition";
import { libraryGroups, type LibraryStanding } from "~/core/scenario/library";
import { momentsAskingFor } from "~/core/scenario/practised";
import { paths } from "~/paths";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import {
  listOpenElsewhere,
  listStandings,
  neverPlayed,
  type ScenarioStanding,
} from "~/server/learning/attempt-list.server";
import { readLearnerState } from "~/server/learning/learner-state.server";
import { pathOf } from "~/server/learning/progress.server";

interface Reader {
  readonly id: string;
  readonly timeZone: string;
}

/** What was asked for in the address; a name that nothing here has asks for nothing. */
interface LibraryQuery {
  readonly behaviour: string | null;
  readonly course: string | null;
}

type Steps = readonly ({ readonly kind: string } & Partial<Record<"scenario", string>>)[];

function scenariosIn(steps: Steps): readonly string[] {
  return steps.flatMap(({ scenario }) => scenario ?? []);
}

function standingOf(standing: ScenarioStanding, passed: boolean): LibraryStanding {
  if (standing.openOfficial !== null || standing.openPractice !== null) return "begun";
  if (passed) return "passed";
  if (standing.officialRuns > 0) return "tried";
  return standing.practiceRuns > 0 ? "practised" : "new";
}

/** By what the library can be narrowed: only by what leaves something. */
function choicesOf({ scenarios, vocabulary, courses }: Catalogue) {
  const offered = new Set(scenarios.map(({ definition }) => definition.slug));
  return {
    behaviours: vocabulary
      .filter(({ tag }) => scenarios.some(({ definition }) => definition.behaviours.includes(tag)))
      .map(({ tag, name }) => ({ value: tag, label: name })),
    courses: courses
      .map(({ definition: { slug, title, steps } }) => ({
        ...{ value: slug, label: title },
        scenarios: scenariosIn(steps).filter((scenario) => offered.has(scenario)),
      }))
      .filter((course) => course.scenarios.length > 0),
  };
}

function shown({ slug, title, summary, minutes, channel, cast: [first] }: Scenario) {
  const person = first === undefined ? null : { id: first.id, name: first.name };
  return { slug, title, summary, minutes, channel, person, to: paths.scenario(slug) };
}

export async function readLibrary(
  database: Database,
  content: Catalogue,
  reader: Reader,
  query: LibraryQuery,
) {
  const { behaviours, courses } = choicesOf(content);
  const behaviour = behaviours.find(({ value }) => value === query.behaviour) ?? null;
  const course = courses.find(({ value }) => value === query.course) ?? null;
  const standings = await listStandings(database, reader.id);
  const state = await readLearnerState(database, reader.id);
  const items = content.scenarios.map(({ definition }) => ({
    ...shown(definition),
    moments: behaviour === null ? null : momentsAskingFor(definition, behaviour.value),
    standing: standingOf(
      standings.get(definition.slug) ?? neverPlayed,
      state.completed.has(completionKey("scenario", definition.slug)),
    ),
  }));
  const practising = content.scenarios.flatMap(({ definition: { slug, behaviours: tags } }) =>
    behaviour === null || tags.includes(behaviour.value) ? slug : [],
  );
  const narrowed = items
    .filter(({ slug }) => practising.includes(slug))
    .filter(({ slug }) => course === null || course.scenarios.includes(slug))
    .toSorted((one, other) => (other.moments ?? 0) - (one.moments ?? 0) || byTitle(one, other));
  const path = pathOf(content, state, { now: new Date(), timeZone: reader.timeZone });
  const ahead = path?.steps.flatMap(({ kind, slug, done }) =>
    kind === "scenario" && !done ? slug : [],
  );
  const offered = new Set(items.map(({ slug }) => slug));
  return {
    behaviours,
    courses: courses.map(({ value, label }) => ({ value, label })),
    behaviour,
    course: course === null ? null : { value: course.value, label: course.label },
    narrowed: behaviour === null && course === null ? null : narrowed,
    groups: behaviour === null && course === null ? libraryGroups(items, ahead ?? []) : [],
    openElsewhere: await listOpenElsewhere(database, standings, offered),
  };
}
