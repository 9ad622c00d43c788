import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FirstSteps } from "~/components/admin/first-steps";
import { GoalQuestion } from "~/components/course/goal-question";
import { NoPath } from "~/components/course/no-path";
import { PathLead } from "~/components/course/path-lead";
import { Renewals } from "~/components/course/renewals";
import { PathSteps } from "~/components/course/path-steps";
import { AskedAgainNotice } from "~/components/course/asked-again-notice";
import { ThisWeek } from "~/components/course/this-week";
import { PageHeader } from "~/components/shell/page-header";
import { TeamLine } from "~/components/team/team-line";
import { classes } from "~/components/ui/classes";
import { civilDateAt } from "~/core/calendar/civil-date";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { pageData } from "~/server/http/page-data.server";
import { questionOf, readHomeState, shownGoals } from "~/server/learning/goal-review.server";
import { shownRenewals } from "~/server/learning/renewals.server";
import { pathOf } from "~/server/learning/progress.server";
import { takenBack } from "~/server/learning/asked-again.server";
import { teamLine } from "~/server/learning/team.server";
import { firstStepsOf } from "~/server/people/first-steps.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "Home · Rapport" }];

export const loader = guarded("home.read", async ({ person }) => {
  const content = catalogue();
  const state = await readHomeState(db(), person.id);
  const reader = { now: new Date(), timeZone: person.timeZone };
  const today = civilDateAt(reader.now, reader.timeZone);
  const path = pathOf(content, state, reader);
  const next = path?.next ?? null;
  const question = questionOf(content, state, reader);
  return pageData({
    name: person.name,
    path,
    takenBack: next === null ? null : await takenBack(db(), person.id, state, next),
    question,
    // What is asked about stands under the next step, and not a second time beside it.
    goals: shownGoals(content, state, reader).filter(({ id }) => id !== question?.goalId),
    renewals: shownRenewals(content, state, today),
    today,
    team: await teamLine(db(), content, person, reader.now),
    firstSteps: await firstStepsOf(db(), content, person),
  });
});

export { shouldRevalidate } from "~/components/shell/unsent-reply";

export default function Home() {
  const { name, path, takenBack: again, question, ...rest } = useLoaderData<typeof loader>();
  const { goals, renewals, today, team, firstSteps } = rest;
  const isPlanned = path !== null || goals.length > 0;
  return (
    <>
      <PageHeader title={`Welcome, ${name}`}>
        {team === null ? null : <TeamLine line={team} />}
      </PageHeader>
      <Renewals renewals={renewals} lead={path === null || path.complete} />
      <div className="space-y-12">
        {firstSteps === null ? null : <FirstSteps {...firstSteps} />}
        {again === null ? null : <AskedAgainNotice {...again} />}
        <div
          className={classes(
            "grid items-start gap-8",
            isPlanned && "lg:grid-cols-[minmax(0,1fr)_21rem]",
          )}
        >
          <div className="min-w-0 space-y-8">
            {path === null ? <NoPath /> : <PathLead path={path} renewing={renewals.length > 0} />}
            {question === null ? null : <GoalQuestion {...question} />}
          </div>
          {isPlanned ? <ThisWeek path={path} goals={goals} today={today} /> : null}
        </div>
        {path === null ? null : <PathSteps {...path} />}
      </div>
    </>
  );
}
