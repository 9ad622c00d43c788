import { scopeOf } from "~/core/access/scope";
import { civilDateAt } from "~/core/calendar/civil-date";
import { parseRecordsFilter } from "~/core/completion/records-filter.schema";
import { db } from "~/server/db.server";
import { recordsCsv } from "~/server/learning/records-csv.server";
import { everyRecord } from "~/server/learning/records.server";
import { streamOf } from "~/server/learning/text-stream.server";
import { guarded } from "~/server/people/guard.server";

export const loader = guarded("records.read", async ({ person, request }) => {
  const filter = parseRecordsFilter(new URL(request.url).searchParams);
  const records = everyRecord(db(), scopeOf(person, "progress"), filter);
  const day = civilDateAt(new Date(), person.timeZone);
  return new Response(await streamOf(recordsCsv(records)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="rapport-records-${day}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
});
