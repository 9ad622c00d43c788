import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BehaviourLinks } from "~/components/scenario/behaviour-links";
import { ScenarioCard, type ScenarioCardProps } from "~/components/scenario/scenario-card";
import { scenarioLinks } from "~/styles/scenario-links";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { completionKey } from "~/core/completion/record";
import { byTitle } from "~/core/prose/by-title";
import { momentsAskingFor } from "~/core/scenario/practised";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import {
  listOpenElsewhere,
  listStandings,
  neverPlayed,
  type ScenarioStanding,
} from "~/server/learning/attempt-list.server";
import { readLearnerState } from "~/server/learning/learner-state.server";
import { guarded } from "~/server/people/guard.server";

export const links = scenarioLinks;

export const meta: MetaFunction = () => [{ title: "Role-plays · Rapport" }];

function standingOf(standing: ScenarioStanding, passed: boolean): ScenarioCardProps["standing"] {
  if (standing.openOfficial !== null || standing.openPractice !== null) return "begun";
  if (passed) return "passed";
  if (standing.officialRuns > 0) return "tried";
  return standing.practiceRuns > 0 ? "practised" : "new";
}

export const loader = guarded("scenario.read", async ({ person, request }) => {
  const { scenarios, vocabulary } = catalogue();
  const behaviours = vocabulary.filter(({ tag }) =>
    scenarios.some(({ definition }) => definition.behaviours.includes(tag)),
  );
  const asked = new URL(request.url).searchParams.get("behaviour");
  const chosen = behaviours.find(({ tag }) => tag === asked)?.tag ?? null;
  const standings = await listStandings(db(), person.id);
  const { completed } = await readLearnerState(db(), person.id);
  const onOffer = new Set(scenarios.map(({ definition }) => definition.slug));
  const listed = scenarios
    .filter(({ definition }) => chosen === null || definition.behaviours.includes(chosen))
    .map(({ definition }) => ({
      definition,
      moments: chosen === null ? 0 : momentsAskingFor(definition, chosen),
    }));
  const ordered = listed.toSorted(
    (one, other) => other.moments - one.moments || byTitle(one.definition, other.definition),
  );
  return json({
    behaviours: behaviours.map(({ tag, name }) => ({ tag, name })),
    chosen,
    scenarios: ordered.map(
      ({
        definition: {
          slug,
          title,
          summary,
          minutes,
          channel,
          cast: [first],
        },
        moments,
      }) => ({
        to: paths.scenario(slug),
        title,
        summary,
        minutes,
        channel,
        moments: chosen === null ? null : moments,
        person: first === undefined ? null : { id: first.id, name: first.name },
        standing: standingOf(
          standings.get(slug) ?? neverPlayed,
          completed.has(completionKey("scenario", slug)),
        ),
      }),
    ),
    openElsewhere: await listOpenElsewhere(db(), standings, onOffer),
  });
});

export default function Scenarios() {
  const { behaviours, chosen, scenarios, openElsewhere } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Role-plays"
        lead="A conversation that turns on what you say. Practise as often as you like; nobody sees it but you."
      />
      {openElsewhere.length > 0 ? (
        <section aria-label="Under way" className="mb-8 space-y-4">
          {openElsewhere.map(({ attemptId, title }) => (
            <Card key={attemptId}>
              <p>
                <strong>{title}</strong> is not on offer any more, and you can finish it.
              </p>
              <p className="mt-3">
                <LinkButton to={paths.attempt(attemptId)}>Go on with it</LinkButton>
              </p>
            </Card>
          ))}
        </section>
      ) : null}
      {scenarios.length === 0 ? (
        <EmptyState icon="speech" title="There is no role-play yet">
          Your trainers are writing them. Look in again soon.
        </EmptyState>
      ) : (
        <>
          <BehaviourLinks behaviours={behaviours} chosen={chosen} count={scenarios.length} />
          <ul className="grid gap-5 md:grid-cols-2">
            {scenarios.map((scenario) => (
              <li key={scenario.to}>
                <ScenarioCard {...scenario} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
