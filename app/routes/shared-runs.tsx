import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SharedRunList } from "~/components/record/shared-run-list";
import { PageHeader } from "~/components/shell/page-header";
import { EmptyState } from "~/components/ui/empty-state";
import { may } from "~/core/access/policy";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { listSharedRuns } from "~/server/learning/shared-runs.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "Shared with me · Rapport" }];

export const loader = guarded("shared-runs.read", async ({ person }) =>
  json({
    runs: await listSharedRuns(db(), person),
    manages: may(person, "team.read"),
    timeZone: person.timeZone,
  }),
);

export default function SharedRuns() {
  const { runs, manages, timeZone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Shared with me"
        trail={[
          manages
            ? { label: "My team", to: paths.team() }
            : { label: "Records", to: paths.records() },
        ]}
        lead="Runs that people let you see. Look at one together, and ask before you tell."
      />
      {runs.length === 0 ? (
        <EmptyState icon="people" title="Nobody has shared a run with you yet">
          A run is its player’s own. Under “Who can see this” on a replay they can share it, and
          take it back.
        </EmptyState>
      ) : (
        <SharedRunList runs={runs} timeZone={timeZone} />
      )}
    </>
  );
}
