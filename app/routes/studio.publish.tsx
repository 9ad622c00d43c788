import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NothingWaits } from "~/components/studio/nothing-waits";
import { PlannedPiece } from "~/components/studio/planned-piece";
import { PublishForm } from "~/components/studio/publish-form";
import { PublishOutcome } from "~/components/studio/publish-outcome";
import { goBackWords, publishWords, wordsFor } from "~/components/studio/publish-words";
import { useContentChanges } from "~/components/studio/use-content-changes";
import { PageHeader } from "~/components/shell/page-header";
import { Notice } from "~/components/ui/notice";
import { paths } from "~/paths";
import { contentStore } from "~/server/content/catalogue.server";
import { planOf, publishPlan, waysBack, type PublishPlan } from "~/server/content/publish.server";
import { brokenCount, contentVersion } from "~/server/content/studio.server";
import { db } from "~/server/db.server";
import { actorOf } from "~/server/people/actor.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${wordsFor(data?.wanted ?? []).title} · Studio · Rapport` },
];

const noPlan: Pick<PublishPlan, "pieces" | "looseEnds" | "token"> = {
  pieces: [],
  looseEnds: [],
  token: "",
};

export const loader = guarded("content.publish", async ({ request }) => {
  const query = new URL(request.url).searchParams;
  const wanted = query.getAll("piece").slice(0, 200);
  // Before anything is waited for: what is published meanwhile makes another version.
  const version = contentVersion();
  const plan = await planOf(contentStore(), db(), wanted);
  const done = query.has("done")
    ? { back: query.getAll("back"), wentBack: query.get("done") === "back" }
    : null;
  const { pieces, looseEnds, token } = plan.ok ? plan.value : noPlan;
  return json({
    ...{ wanted, done, version, broken: brokenCount() },
    ...{ problem: plan.ok ? null : plan.problem, pieces, looseEnds, token },
  });
});

export const action = guarded("content.publish", async (visit) => {
  const form = await visit.request.formData();
  const wanted = form.getAll("piece").filter((piece) => typeof piece === "string");
  const asked = await planOf(contentStore(), db(), wanted);
  if (!asked.ok) return json({ problem: asked.problem }, { status: 409 });
  const plan = asked.value;
  const confirmed = form.get("token") === plan.token;
  if (!confirmed && form.has("token")) {
    const problem =
      "Something was saved or published since you looked, so nothing was published. This is what it means now.";
    return json({ problem }, { status: 409 });
  }
  // What nobody has seen the meaning of is shown first; a change of words needs no second look.
  if (!confirmed && plan.needsConfirmation) throw redirect(paths.studioPublish(wanted), 303);
  const publication = { actor: actorOf(visit), by: "studio" } as const;
  if (!(await publishPlan(contentStore(), db(), plan, publication))) {
    const problem =
      "Somebody else published at the same moment, so nothing of this was. This is what it means now.";
    return json({ problem }, { status: 409 });
  }
  const how = wordsFor(wanted) === goBackWords ? "back" : "";
  throw redirect(paths.studioPublished(waysBack(plan).slice(0, 20), how), 303);
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function Publish() {
  const { wanted, done, problem, pieces, looseEnds, token, version, broken } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.problem ?? problem;
  useContentChanges(version);
  const words = wordsFor(wanted);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={pieces.length > 0 && words.lead}
        trail={[{ label: "Studio", to: paths.studio() }]}
      />
      <div className="space-y-6">
        {done === null ? null : (
          <PublishOutcome back={done.back} words={done.wentBack ? goBackWords : publishWords} />
        )}
        {refused === null ? null : (
          <div role="alert">
            <Notice meaning="warning" title={words.refused}>
              {refused}
            </Notice>
          </div>
        )}
        {done === null || pieces.length === 0 ? null : <p>What waits to be published now:</p>}
        {pieces.length === 0 ? (
          problem === null && <NothingWaits broken={broken} />
        ) : (
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
            <div className="min-w-0 space-y-6">
              {pieces.map((piece) => (
                <PlannedPiece
                  key={piece.key}
                  piece={piece}
                  amongOthers={wanted.length === 0 && pieces.length > 1}
                />
              ))}
            </div>
            <PublishForm
              wanted={wanted}
              token={token}
              looseEnds={looseEnds}
              button={words.button(pieces.length)}
            />
          </div>
        )}
      </div>
    </>
  );
}
