import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RecordsFilterForm } from "~/components/record/records-filter-form";
import { RecordsTable } from "~/components/record/records-table";
import { LinkButton } from "~/components/shell/link-button";
import { OlderPages } from "~/components/shell/older-pages";
import { PageHeader } from "~/components/shell/page-header";
import { buttonClass } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { may } from "~/core/access/policy";
import { scopeOf } from "~/core/access/scope";
import { parseRecordsFilter } from "~/core/completion/records-filter.schema";
import { readCursor, writeCursor } from "~/core/listing/listing";
import { countInWords } from "~/core/prose/in-words";
import { searchWords } from "~/core/prose/search-words";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import {
  countedUpTo,
  countRecords,
  filterChoices,
  listRecords,
} from "~/server/learning/records.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "Records · Rapport" }];

const pageSize = 50;

export const loader = guarded("records.read", async ({ person, request }) => {
  const scope = scopeOf(person, "progress");
  const query = new URL(request.url).searchParams;
  const filter = parseRecordsFilter(query);
  const after = readCursor(query.get("after"));
  const { rows, next } = await listRecords(db(), scope, filter, { after, size: pageSize });
  const count = await countRecords(db(), scope, filter);
  const choices = await filterChoices(db(), scope, filter);
  return json({
    rows,
    next: next && writeCursor(next),
    further: after !== null,
    count: countWords(count),
    filter,
    cut: searchWords(query.get("text")).cut,
    own: scope.of === "managed",
    mayCorrect: may(person, "completion.correct"),
    // Who has a team finds these there.
    mayBeShown: may(person, "shared-runs.read") && !may(person, "team.read"),
    ...choices,
  });
});

function emptyWords(further: boolean, narrowed: boolean): string {
  if (further) return "You have read to the end.";
  return narrowed
    ? "No completion matches what you asked for."
    : "As soon as somebody completes a lesson or a role-play, it stands here.";
}

/** "1 record", "More than 10000 records". */
function countWords(count: number): string {
  return count > countedUpTo ? `More than ${countedUpTo} records` : countInWords(count, "record");
}

export default function Records() {
  const data = useLoaderData<typeof loader>();
  const { rows, next, further, count, filter, own } = data;
  const narrowed = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title="Records"
        lead={
          own
            ? "What the people you manage have completed, when, and why it counts."
            : "What everybody has completed, when, and why it counts."
        }
        actions={
          <>
            {data.mayBeShown ? (
              <LinkButton to={paths.sharedRuns()} variant="quiet">
                Shared with me
              </LinkButton>
            ) : null}
            {data.mayCorrect ? (
              <LinkButton to={paths.recordNew()} variant="quiet">
                Record by hand
              </LinkButton>
            ) : null}
            {/* A file, not a page: the browser fetches it, Remix stays out of it. */}
            <a href={paths.recordsCsv(filter)} className={buttonClass("quiet")} download>
              <Icon name="download" className="size-5" />
              Download as CSV
            </a>
          </>
        }
      />
      <div className="space-y-6">
        <RecordsFilterForm
          filter={filter}
          cut={data.cut}
          teams={data.teams}
          personName={data.personName}
        />
        <p role="status" className="text-sm text-ink-soft">
          {rows.length === 0 ? `${count}.` : `${count}, newest first.`}
        </p>
        {rows.length === 0 ? (
          <EmptyState icon="flag" title="Nothing is on record here">
            {emptyWords(further, narrowed)}
          </EmptyState>
        ) : (
          <RecordsTable rows={rows} />
        )}
        <OlderPages
          label="Pages of records"
          newest={further ? paths.records(filter) : null}
          older={next === null ? null : paths.records({ ...filter, after: next })}
        />
      </div>
    </>
  );
}
