import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OwnersNote } from "~/components/scenario/owners-note";
import { ReplayPage } from "~/components/scenario/replay-page";
import { placeOfReplay, replayTrail } from "~/components/scenario/replay-trail";
import { SharingPanel } from "~/components/scenario/sharing-panel";
import { sharingForm } from "~/core/access/sharing.schema";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { formOf } from "~/server/learning/attempt-form.server";
import { shareAttempt, takeBack } from "~/server/learning/attempt-sharing.server";
import { findAttempt } from "~/server/learning/attempt-state.server";
import { readReplay } from "~/server/learning/replay-page.server";
import { actorOf } from "~/server/people/actor.server";
import { guarded, notFound } from "~/server/people/guard.server";
import { withStorage } from "~/server/storage-problem.server";
import { scenarioLinks } from "~/styles/scenario-links";

export const handle = placeOfReplay;

export const links = scenarioLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.replay.title}: replay · Rapport` : "Rapport" },
];

export const loader = guarded("attempt.read", async ({ params, person }) => {
  const attemptId = params["id"] ?? "";
  const page = await readReplay(db(), person, attemptId);
  if (page === null) throw notFound();
  if (page === "broken") throw redirect(paths.attempt(attemptId));
  return json(page);
});

export const action = guarded("attempt.share", async (visit) => {
  const { params, person, request } = visit;
  const attemptId = params["id"] ?? "";
  const attempt = await findAttempt(db(), { attemptId, personId: person.id });
  if (attempt === null) throw notFound();
  const form = await formOf(request);
  const parsed = sharingForm.safeParse(form === null ? {} : Object.fromEntries(form));
  if (!parsed.success) {
    return json(
      { problem: "Say whom it is about: your manager or the trainers." },
      { status: 400 },
    );
  }
  const { audience, sharing, words } = parsed.data;
  const asked = { attemptId, personId: person.id, audience };
  const done = await withStorage(async () =>
    sharing === "share"
      ? shareAttempt(db(), actorOf(visit), { ...asked, words: words === "yes" })
      : takeBack(db(), actorOf(visit), asked),
  );
  if (!done.ok) return json({ problem: done.problem.sentence }, { status: done.problem.status });
  if (done.value?.ok === false) return json({ problem: done.value.problem }, { status: 409 });
  return redirect(`${paths.replay(attemptId)}#sharing`, 303);
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function Replay() {
  const { replay, owner, sharing } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? null;
  return (
    <ReplayPage {...replay} trail={replayTrail(replay, owner)}>
      {owner === null ? null : <OwnersNote {...replay} owner={owner} />}
      {sharing === null ? null : (
        <SharingPanel
          {...sharing}
          mode={replay.mode}
          timeZone={replay.timeZone}
          typed={replay.moments.some(({ typed }) => typed)}
          problem={problem}
        />
      )}
    </ReplayPage>
  );
}
