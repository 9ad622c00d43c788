import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RunsLeft } from "~/components/team/runs-left";
import { PageHeader } from "~/components/shell/page-header";
import { EmptyState } from "~/components/ui/empty-state";
import { Notice } from "~/components/ui/notice";
import { grantForm } from "~/core/course/grant.schema";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { backToForm, keepingForm } from "~/server/form-reply.server";
import {
  GrantedMeanwhile,
  grantRun,
  limitedRuns,
  personForRuns,
} from "~/server/learning/grants.server";
import { actorOf } from "~/server/people/actor.server";
import { guarded, notFound, type GuardedVisit } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Official runs left for ${data?.name ?? "a person"} · Rapport` },
];

const givenMeanwhile =
  "A run was given since you opened this page, perhaps by this very form. Look at what is left before you give another.";

async function managed({ params, person }: GuardedVisit) {
  const found = await personForRuns(db(), person, params["id"] ?? "");
  if (found === null) throw notFound();
  return found;
}

export const loader = guarded("attempt.grant", async (visit) => {
  const { id, name } = await managed(visit);
  const given = new URL(visit.request.url).searchParams.has("given");
  return json({
    id,
    name,
    given,
    runs: await limitedRuns(db(), catalogue(), id),
    timeZone: visit.person.timeZone,
  });
});

export const action = guarded("attempt.grant", async (visit) => {
  const { id: personId } = await managed(visit);
  const submission = parseWithZod(await visit.request.formData(), { schema: grantForm });
  if (submission.status !== "success") return backToForm(submission);
  const { scenario, reason, granted } = submission.value;
  const runs = await limitedRuns(db(), catalogue(), personId);
  if (!runs.some(({ slug }) => slug === scenario)) throw notFound();
  return keepingForm(submission, async () => {
    const actor = { ...actorOf(visit), id: visit.person.id };
    try {
      await grantRun(db(), actor, { personId, scenarioSlug: scenario, reason, granted });
    } catch (error) {
      if (!(error instanceof GrantedMeanwhile)) throw error;
      return backToForm(submission, { status: 409, formErrors: [givenMeanwhile] });
    }
    throw redirect(`${paths.teamRuns(personId)}?given`, 303);
  });
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function TeamRuns() {
  const { id, name, given, runs, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={`Official runs left for ${name}`}
        lead="Where a course allows so many official runs and no more, you can give another."
        trail={[
          { label: "My team", to: paths.team() },
          { label: name, to: paths.teamPerson(id) },
        ]}
      />
      <div className="max-w-talk space-y-6">
        {given && answer === undefined ? (
          <div role="status">
            <Notice meaning="success" title="One more run is given">
              {name} finds it on the page of the role-play.
            </Notice>
          </div>
        ) : null}
        {runs.length === 0 ? (
          <EmptyState icon="speech" title="No limit has been touched">
            Only role-plays with a limit, of which an official run has ended, are here.
          </EmptyState>
        ) : (
          // Another form once a run was given: the reason of one is not that of the next.
          runs.map((run) => (
            <RunsLeft
              key={`${run.slug} ${run.granted}`}
              run={run}
              lastResult={answer}
              timeZone={timeZone}
            />
          ))
        )}
      </div>
    </>
  );
}
