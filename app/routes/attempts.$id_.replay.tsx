import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReplayPage } from "~/components/scenario/replay-page";
import { scenarioLinks } from "~/styles/scenario-links";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { replayOf } from "~/server/learning/attempt-replay.server";
import { findAttempt } from "~/server/learning/attempt-state.server";
import { guarded, notFound } from "~/server/people/guard.server";

export const links = scenarioLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: replay · Rapport` : "Rapport" },
];

export const loader = guarded("attempt.read", async ({ params, person }) => {
  const attemptId = params["id"] ?? "";
  const attempt = await findAttempt(db(), { attemptId, personId: person.id });
  if (attempt === null) throw notFound();
  if (attempt.kind === "broken") throw redirect(paths.attempt(attemptId));
  return json(replayOf(attempt, catalogue().vocabulary));
});

export default function Replay() {
  const { slug, ...replay } = useLoaderData<typeof loader>();
  return (
    <ReplayPage
      {...replay}
      trail={[
        { label: "Role-plays", to: paths.scenarios() },
        { label: replay.title, to: paths.scenario(slug) },
        {
          label: replay.endedAt === null ? "Where it stands" : "Result",
          to: paths.attempt(replay.attemptId),
        },
      ]}
    />
  );
}
