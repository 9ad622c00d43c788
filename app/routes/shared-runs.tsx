import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SharedRunList } from "~/components/record/shared-run-list";
import { LinkButton } from "~/components/shell/link-button";
import { OlderPages } from "~/components/shell/older-pages";
import { PageHeader } from "~/components/shell/page-header";
import { EmptyState } from "~/components/ui/empty-state";
import { may } from "~/core/access/policy";
import { readCursor, writeCursor } from "~/core/listing/listing";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { listSharedRuns } from "~/server/learning/shared-run-list.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "Shared with me · Rapport" }];

const pageSize = 50;

export const loader = guarded("shared-runs.read", async ({ person, request }) => {
  const query = new URL(request.url).searchParams;
  const personId = query.get("person");
  const after = readCursor(query.get("after"));
  const { runs, next } = await listSharedRuns(db(), person, { personId, after, size: pageSize });
  return json({
    runs,
    personId,
    further: after !== null,
    next: next && writeCursor(next),
    manages: may(person, "team.read"),
    timeZone: person.timeZone,
  });
});

export default function SharedRuns() {
  const { runs, personId, further, next, manages, timeZone } = useLoaderData<typeof loader>();
  const of = personId === null ? {} : { person: personId };
  const [first] = runs;
  const whose =
    personId === null || first === undefined ? "people let" : `${first.person.name} lets`;
  return (
    <>
      <PageHeader
        title="Shared with me"
        trail={[
          manages
            ? { label: "My team", to: paths.team() }
            : { label: "Records", to: paths.records() },
        ]}
        lead={`Runs that ${whose} you see. Look at one together, and ask before you tell.`}
        actions={
          personId === null ? null : (
            <LinkButton to={paths.sharedRuns()} variant="quiet">
              What everybody shared
            </LinkButton>
          )
        }
      />
      <div className="space-y-6">
        {first === undefined ? (
          <EmptyState
            icon="people"
            title={further ? "You have seen them all" : "Nobody has shared a run with you yet"}
          >
            A run is its player’s own. Under “Who can see this” on a replay they can share it, and
            take it back.
          </EmptyState>
        ) : (
          <SharedRunList runs={runs} timeZone={timeZone} />
        )}
        <OlderPages
          label="Pages of shared runs"
          newest={further ? paths.sharedRuns(of) : null}
          older={next === null ? null : paths.sharedRuns({ ...of, after: next })}
        />
      </div>
    </>
  );
}
