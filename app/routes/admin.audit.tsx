import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditFilterForm } from "~/components/admin/audit-filter-form";
import { AuditEntries } from "~/components/admin/audit-entries";
import { OlderPages } from "~/components/shell/older-pages";
import { PageHeader } from "~/components/shell/page-header";
import { buttonClass } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { auditFilterProblems, parseAuditFilter } from "~/core/audit/audit-filter.schema";
import { readCursor, writeCursor } from "~/core/listing/listing";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { auditEntriesOf, listAudit, nameOf } from "~/server/people/audit-list.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "Audit · Rapport" }];

const pageSize = 50;

export const loader = guarded("audit.read", async ({ person, request }) => {
  const query = new URL(request.url).searchParams;
  const filter = parseAuditFilter(query);
  const after = readCursor(query.get("after"));
  const { timeZone } = person;
  const { rows, next } = await listAudit(db(), filter, { after, size: pageSize, timeZone });
  return json({
    entries: await auditEntriesOf(db(), rows, timeZone),
    next: next && writeCursor(next),
    further: after !== null,
    filter,
    problems: auditFilterProblems(query),
    personName: filter.person === undefined ? null : await nameOf(db(), filter.person),
    timeZone,
  });
});

export default function Audit() {
  const data = useLoaderData<typeof loader>();
  const { entries, next, further, filter, timeZone } = data;
  return (
    <>
      <PageHeader
        title="Audit"
        lead="Who changed what about people, roles, rules, records and publishing: when, and from where. Entries are only added; an erasure takes names out of them."
        trail={[{ label: "People", to: paths.admin() }]}
        actions={
          <a href={paths.adminAuditCsv(filter)} className={buttonClass("quiet")} download>
            <Icon name="download" className="size-5" />
            Download as CSV
          </a>
        }
      />
      <div className="space-y-6">
        <AuditFilterForm {...data} />
        {entries.length === 0 ? (
          <EmptyState icon="info" title="Nothing is in the audit here">
            {further ? "You have read to the end." : "No change fits what you asked for."}
          </EmptyState>
        ) : (
          <AuditEntries entries={entries} timeZone={timeZone} />
        )}
        <OlderPages
          label="Pages of the audit"
          newest={further ? paths.adminAudit(filter) : null}
          older={next === null ? null : paths.adminAudit({ ...filter, after: next })}
        />
      </div>
    </>
  );
}
