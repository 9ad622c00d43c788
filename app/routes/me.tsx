import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OwnAttempts, ResultsByLast } from "~/components/record/own-attempts";
import { OwnBehaviours } from "~/components/record/own-behaviours";
import { OwnGoals } from "~/components/record/own-goals";
import { OwnRatings } from "~/components/record/own-ratings";
import { RecordGroups } from "~/components/record/record-groups";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { classes } from "~/components/ui/classes";
import { EmptyState } from "~/components/ui/empty-state";
import { civilDateAt } from "~/core/calendar/civil-date";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { listOwnGoals, listOwnRatings } from "~/server/learning/goal-review.server";
import { resultsByLast } from "~/server/learning/last-results.server";
import { listOwnAttempts, ownBehaviours, readOwnRecord } from "~/server/learning/own-record.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "My record · Rapport" }];

export const loader = guarded("own-record.read", async ({ person }) => {
  const records = await readOwnRecord(db(), catalogue(), person.id);
  const { runs: attempts, older } = await listOwnAttempts(db(), person.id);
  const { behaviours, latest } = await ownBehaviours(db(), catalogue(), person.id);
  const goals = await listOwnGoals(db(), catalogue(), person.id);
  const ratings = await listOwnRatings(db(), person.id);
  const { timeZone } = person;
  const today = civilDateAt(new Date(), timeZone);
  const results = await resultsByLast(db(), catalogue(), person.id);
  return json({
    ...{ records, attempts, older, results, behaviours, latest, goals, ratings },
    ...{ timeZone, today },
  });
});

export default function MyRecord() {
  const { records, attempts, older, results, behaviours, latest, goals, ratings, timeZone, today } =
    useLoaderData<typeof loader>();
  const beside = behaviours.length > 0 || goals.length > 0 || ratings.length > 0;
  return (
    <>
      <PageHeader
        title="My record"
        lead="What you have completed and why it counts. Nobody else sees your practice, unless you share it."
        actions={
          <>
            <LinkButton to={paths.meData()} variant="quiet">
              All my data
            </LinkButton>
            <LinkButton to={paths.meSessions()} variant="quiet">
              Where I am signed in
            </LinkButton>
          </>
        }
      />
      <div
        className={classes(
          "grid items-start gap-x-14 gap-y-12",
          beside && "lg:grid-cols-[minmax(0,1fr)_21rem]",
        )}
      >
        <div className="min-w-0 space-y-12">
          <section aria-labelledby="completions">
            <h2 id="completions" className="text-xl">
              Completed
            </h2>
            {records.length === 0 ? (
              <div className="mt-4">
                <EmptyState
                  icon="flag"
                  title="Nothing is complete yet"
                  action={<LinkButton to={paths.home()}>Go to my next step</LinkButton>}
                >
                  What you complete stands here, with the reason.
                </EmptyState>
              </div>
            ) : (
              <RecordGroups groups={records} today={today} own />
            )}
          </section>
          {attempts.length === 0 ? null : (
            <section aria-labelledby="attempts">
              <h2 id="attempts" className="mb-4 text-xl">
                Role-plays
              </h2>
              <ResultsByLast results={results} />
              <OwnAttempts attempts={attempts} older={older} today={today} />
            </section>
          )}
        </div>
        {beside ? (
          <div className="min-w-0 space-y-12">
            {behaviours.length === 0 ? null : (
              <section aria-labelledby="behaviours">
                <h2 id="behaviours" className="text-xl">
                  What I showed
                </h2>
                <p className="mt-1 mb-5 text-ink-soft">
                  Of the moments in {latest === null ? "" : `your latest ${String(latest)} `}
                  official runs that asked for it.
                </p>
                <OwnBehaviours behaviours={behaviours} />
              </section>
            )}
            {goals.length === 0 ? null : (
              <section aria-labelledby="goals">
                <h2 id="goals" className="text-xl">
                  My goals
                </h2>
                <p className="mt-1 text-ink-soft">
                  In your own words, and how they went. Only you see them.
                </p>
                <OwnGoals goals={goals} timeZone={timeZone} today={today} />
              </section>
            )}
            {ratings.length === 0 ? null : (
              <section aria-labelledby="ratings">
                <h2 id="ratings" className="text-xl">
                  How sure I was
                </h2>
                <p className="mt-1 text-ink-soft">
                  Only you see this, and nothing is counted from it.
                </p>
                <OwnRatings ratings={ratings} timeZone={timeZone} today={today} />
              </section>
            )}
          </div>
        ) : null}
      </div>
    </>
  );
}
