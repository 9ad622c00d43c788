/** Records as a file for a spreadsheet. */
import { csvLines } from "~/server/csv-lines.server";
import type { FileRecord } from "~/server/learning/records.server";

const header = [
  "person",
  "e-mail",
  "team",
  "kind",
  "title",
  "revision",
  "outcome",
  "completed_at",
  "time_zone",
  "because",
] as const;

function fields([, ...record]: FileRecord): string[] {
  const [person, email, team, kind, title, revision, outcome, completedAt, timeZone, because] =
    record;
  const instant = new Date(completedAt).toISOString();
  return [person, email, team ?? "", kind, title, revision, outcome, instant, timeZone, because];
}

/** The file, piece by piece; the first piece is the header. */
export async function* recordsCsv(
  chunks: AsyncIterable<readonly FileRecord[]>,
): AsyncGenerator<string, void, undefined> {
  yield csvLines([header], { first: true });
  for await (const rows of chunks) yield csvLines(rows.map(fields));
}
