import { json, redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { AskedAgainNotice } from "~/components/course/asked-again-notice";
import { Briefing } from "~/components/scenario/briefing";
import { scenarioLinks } from "~/styles/scenario-links";
import { Notice } from "~/components/ui/notice";
import { timeSettings } from "~/core/scenario/attempt-event";
import type { Scenario } from "~/core/scenario/definition";
import { paths } from "~/paths";
import { catalogue, type Published } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { beginAttempt } from "~/server/learning/attempt-begin.server";
import { formOf } from "~/server/learning/attempt-form.server";
import { modes } from "~/server/learning/attempt-log.server";
import { readBriefing } from "~/server/learning/briefing.server";
import { guarded, notFound } from "~/server/people/guard.server";
import { withStorage } from "~/server/storage-problem.server";

export const links = scenarioLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.briefing.title} · Rapport` : "Rapport" },
];

function published(slug: string | undefined): Published<Scenario> {
  const scenario = slug === undefined ? null : catalogue().scenario(slug);
  if (scenario === null) throw notFound();
  return scenario;
}

export const loader = guarded("scenario.read", async ({ params, person }) =>
  json(await readBriefing(db(), catalogue(), person, published(params["slug"]))),
);

export const action = guarded("attempt.start", async ({ request, params, person }) => {
  const { slug } = published(params["slug"]).definition;
  const form = await formOf(request);
  const mode = modes.find((one) => one === form?.get("mode"));
  if (form === null || mode === undefined) {
    const problem = "Say how you want to play: as practice or as an official run.";
    return json({ problem }, { status: 400 });
  }
  const anew = form.get("anew") === "yes";
  const time = timeSettings.find((setting) => setting === form.get("time"));
  const told = form.get("told") === "shared";
  const wish = { person, slug, mode, anew, told, time };
  const stored = await withStorage(() => beginAttempt(db(), wish));
  if (!stored.ok) {
    return json({ problem: stored.problem.sentence }, { status: stored.problem.status });
  }
  const started = stored.value;
  if (started === null) throw notFound();
  if (!started.ok) return json({ problem: started.problem }, { status: 409 });
  return redirect(paths.attempt(started.value.attemptId), 303);
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function ScenarioBriefing() {
  const { briefing, again, standing, official, time } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { openOfficial, openPractice, practiceRuns, officialRuns } = standing;
  const played = practiceRuns + officialRuns > 0;
  const open = [
    ...(openOfficial === null ? [] : [{ attemptId: openOfficial, mode: "official" } as const]),
    ...(openPractice === null ? [] : [{ attemptId: openPractice, mode: "practice" } as const]),
  ];
  return (
    <Briefing
      {...briefing}
      trail={[{ label: "Role-plays", to: paths.scenarios() }]}
      problem={problem ?? null}
      time={time}
      open={open}
      official={{ ...official, mayBegin: official.mayBegin || openOfficial !== null }}
      suggested={practiceRuns > 0 && !official.done ? "official" : "practice"}
      standing={
        <div className="space-y-4">
          {again === null ? null : <AskedAgainNotice {...again} />}
          {official.done ? (
            <Notice meaning="success">
              You have completed this role-play. You can practise it as often as you like.
            </Notice>
          ) : null}
          {played ? (
            <p>
              <Link to={paths.meAttempts()} className="text-link underline underline-offset-4">
                The runs that you played
              </Link>
            </p>
          ) : null}
        </div>
      }
    />
  );
}
