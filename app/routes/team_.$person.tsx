import { json, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { RecordGroups } from "~/components/record/record-groups";
import { RunsSharedByOne } from "~/components/record/runs-shared-by-one";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { OfficialRuns } from "~/components/team/official-runs";
import { PersonWeek } from "~/components/team/person-week";
import { managedScope } from "~/core/access/scope";
import { civilDateAt } from "~/core/calendar/civil-date";
import { writeCursor } from "~/core/listing/listing";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { limitsRuns } from "~/server/learning/official-limits.server";
import { listOfficialRuns } from "~/server/learning/official-runs.server";
import { readOwnRecord } from "~/server/learning/own-record.server";
import { listSharedRuns } from "~/server/learning/shared-run-list.server";
import { listTeam } from "~/server/learning/team.server";
import { guarded, notFound } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.member.name} · Rapport` : "Rapport" },
];

/** So many of what somebody shares stand on their page; the others are a list of their own. */
const sharedHere = 8;

export const loader = guarded("team.read", async ({ params, person: viewer }) => {
  const scope = managedScope(viewer, "officialRuns");
  const team = await listTeam(db(), catalogue(), scope, new Date());
  const member = team.find(({ id }) => id === params["person"]);
  // Somebody else's person is nobody here.
  if (member === undefined) throw notFound();
  const latest = { personId: member.id, after: null, size: sharedHere };
  const { runs: shared, next } = await listSharedRuns(db(), viewer, latest);
  return json({
    member,
    records: await readOwnRecord(db(), catalogue(), member.id),
    runs: await listOfficialRuns(db(), catalogue(), member.id),
    shared,
    olderShared: next && paths.sharedRuns({ person: member.id, after: writeCursor(next) }),
    limited: limitsRuns(catalogue()),
    today: civilDateAt(new Date(), viewer.timeZone),
    timeZone: viewer.timeZone,
  });
});

export default function TeamPerson() {
  const { member, records, runs, shared, olderShared, limited, today, timeZone } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={member.name}
        trail={[{ label: "My team", to: paths.team() }]}
        actions={
          <>
            <LinkButton to={paths.records({ person: member.id })} variant="quiet">
              Their records
            </LinkButton>
            {limited ? (
              <LinkButton to={paths.teamRuns(member.id)} variant="quiet">
                Official runs left
              </LinkButton>
            ) : null}
          </>
        }
      >
        <PersonWeek member={member} />
      </PageHeader>
      <div className="grid items-start gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <OfficialRuns runs={runs} timeZone={timeZone} today={today} />
        <div className="min-w-0 space-y-12">
          <section aria-labelledby="shared">
            <h2 id="shared" className="mb-4 text-xl">
              Shared with you
            </h2>
            {shared.length === 0 ? (
              <p className="text-ink-soft">
                {member.name} has shared no run with you. What is said in a run is theirs; they can
                share it on its replay.
              </p>
            ) : (
              <RunsSharedByOne runs={shared} timeZone={timeZone} today={today} />
            )}
            {olderShared === null ? null : (
              <p className="mt-4">
                <Link to={olderShared} className="text-link underline underline-offset-4">
                  Older runs that {member.name} shared
                </Link>
              </p>
            )}
          </section>
          <section aria-labelledby="completed">
            <h2 id="completed" className="text-xl">
              Completed
            </h2>
            {records.length === 0 ? (
              <p className="mt-4 text-ink-soft">Nothing yet.</p>
            ) : (
              <RecordGroups groups={records} today={today} />
            )}
          </section>
        </div>
      </div>
      <p className="mt-10 max-w-measure text-sm text-ink-soft">
        You see completions, due dates, official runs and what they showed. Practice, goals,
        reflections and what was said are theirs, unless they share them.
      </p>
    </>
  );
}
