import { parseAuditFilter } from "~/core/audit/audit-filter.schema";
import { civilDateAt } from "~/core/calendar/civil-date";
import { db } from "~/server/db.server";
import { streamOf } from "~/server/learning/text-stream.server";
import { auditCsv } from "~/server/people/audit-list.server";
import { guarded } from "~/server/people/guard.server";

export const loader = guarded("audit.read", async ({ person, request }) => {
  const filter = parseAuditFilter(new URL(request.url).searchParams);
  const day = civilDateAt(new Date(), person.timeZone);
  return new Response(await streamOf(auditCsv(db(), filter, { timeZone: person.timeZone })), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="rapport-audit-${day}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
});
