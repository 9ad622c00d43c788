import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReplayStep } from "~/components/scenario/replay-step";
import { placeOfReplay, replayTrail } from "~/components/scenario/replay-trail";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { readReplay } from "~/server/learning/replay-page.server";
import { guarded, notFound } from "~/server/people/guard.server";
import { scenarioLinks } from "~/styles/scenario-links";

export const handle = placeOfReplay;

export const links = scenarioLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data ? `${data.title}: moment ${String(data.moment.number)} · Rapport` : "Rapport",
  },
];

export const loader = guarded("attempt.read", async ({ params, person }) => {
  const page = await readReplay(db(), person, params["id"] ?? "");
  if (page === null || page === "broken") throw notFound();
  const { owner, replay } = page;
  const { moments, ...run } = replay;
  const moment = moments.find(({ number }) => String(number) === params["moment"]);
  if (moment === undefined) throw notFound();
  const others = moments.map(({ number, said, left }) => ({ number, said, left }));
  return json({ ...run, lines: [], owner, moment, moments: others });
});

export default function ReplayedMoment() {
  const { owner, ...replay } = useLoaderData<typeof loader>();
  const { attemptId, title } = replay;
  const whole = { label: owner === null ? "Replay" : title, to: paths.replay(attemptId) };
  return (
    <ReplayStep
      {...replay}
      trail={[
        ...replayTrail(replay, owner).filter(({ to }) => to !== paths.attempt(attemptId)),
        whole,
      ]}
    />
  );
}
