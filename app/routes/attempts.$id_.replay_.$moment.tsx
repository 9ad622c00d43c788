import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReplayStep } from "~/components/scenario/replay-step";
import { scenarioLinks } from "~/styles/scenario-links";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { replayOf } from "~/server/learning/attempt-replay.server";
import { findAttempt } from "~/server/learning/attempt-state.server";
import { guarded, notFound } from "~/server/people/guard.server";

export const links = scenarioLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data ? `${data.title}: moment ${String(data.moment.number)} · Rapport` : "Rapport",
  },
];

export const loader = guarded("attempt.read", async ({ params, person }) => {
  const attemptId = params["id"] ?? "";
  const attempt = await findAttempt(db(), { attemptId, personId: person.id });
  if (attempt?.kind !== "live") throw notFound();
  const { moments, ...replay } = replayOf(attempt, catalogue().vocabulary);
  const moment = moments.find(({ number }) => String(number) === params["moment"]);
  if (moment === undefined) throw notFound();
  const others = moments.map(({ number, said, left }) => ({ number, said, left }));
  return json({ ...replay, lines: [], moment, moments: others });
});

export default function ReplayedMoment() {
  const { slug, ...replay } = useLoaderData<typeof loader>();
  return (
    <ReplayStep
      {...replay}
      trail={[
        { label: "Role-plays", to: paths.scenarios() },
        { label: replay.title, to: paths.scenario(slug) },
        { label: "Replay", to: paths.replay(replay.attemptId) },
      ]}
    />
  );
}
