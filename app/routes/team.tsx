import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { weekLead } from "~/components/team/week-lead";
import { WeekGroups } from "~/components/team/week-groups";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { EmptyState } from "~/components/ui/empty-state";
import { managedScope } from "~/core/access/scope";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { limitsRuns } from "~/server/learning/official-limits.server";
import { listTeam } from "~/server/learning/team.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "My team · Rapport" }];

export const loader = guarded("team.read", async ({ person }) => {
  const scope = managedScope(person, "officialRuns");
  const content = catalogue();
  const limited = limitsRuns(content);
  const members = await listTeam(db(), content, scope, new Date());
  return json({ members: members.map((member) => ({ ...member, limited })) });
});

export default function Team() {
  const { members } = useLoaderData<typeof loader>();
  if (members.length === 0) {
    return (
      <>
        <PageHeader title="My team" />
        <EmptyState icon="people" title="Nobody is in your team yet">
          An administrator says who reports to whom. As soon as somebody reports to you, their week
          is here.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="My team"
        lead={weekLead(members)}
        actions={
          <>
            <LinkButton to={paths.sharedRuns()} variant="quiet">
              Shared with me
            </LinkButton>
            <LinkButton to={paths.records()} variant="quiet">
              All their records
            </LinkButton>
          </>
        }
      />
      <WeekGroups members={members} />
      <p className="mt-10 max-w-measure text-sm text-ink-soft">
        You see completions, due dates, whether somebody is stuck, and official runs with what they
        showed. Practice, goals and reflections are theirs, and not counted here.
      </p>
    </>
  );
}
