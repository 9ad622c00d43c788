/** Records as a file for a spreadsheet. */
import { becauseInWords } from "~/core/completion/record";
import { csvLines } from "~/server/csv-lines.server";
import { readableInstant } from "~/server/damaged-cells.server";
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
  const [person, email, team, kind, title, revision, outcome, completedAt, timeZone, ...why] =
    record;
  const [because, reason] = why;
  const instant = readableInstant(completedAt).toISOString();
  const words = becauseInWords({ because, reason });
  return [person, email, team ?? "", kind, title, revision, outcome, instant, timeZone, words];
}

/** The file, piece by piece; the first piece is the header. */
export async function* recordsCsv(
  chunks: AsyncIterable<readonly FileRecord[]>,
): AsyncGenerator<string, void, undefined> {
  yield csvLines([header], { first: true });
  for await (const rows of chunks) yield csvLines(rows.map(fields));
}
