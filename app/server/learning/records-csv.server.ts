/**
 * Records as a file for a spreadsheet: RFC 4180, every field quoted, lines ending in CRLF. It
 * begins with a byte order mark, because without one Excel reads UTF-8 as the machine's old code
 * page and spoils every name with an accent; other programs skip it.
 */
import Papa from "papaparse";
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

/**
 * What a spreadsheet might take for a formula: the signs that begin one (also full-width), after
 * any blanks, invisible characters or quotes that a program may skip; and a tab or a line end at
 * the front, which can push the sign into a cell of its own. Such a field gets a `'` before it.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const formulaStart = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Z}"']*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;

function lines(rows: readonly (readonly string[])[]): string {
  const text = Papa.unparse(rows as string[][], {
    quotes: true,
    newline: "\r\n",
    escapeFormulae: formulaStart,
  });
  return `${text}\r\n`;
}

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
  yield `\uFEFF${lines([header])}`;
  for await (const rows of chunks) yield lines(rows.map(fields));
}
