/** Rows and columns of a text that somebody pasted, with the line of each. */
import Papa from "papaparse";
import { listColumns, readHeading, unreadHeadings } from "~/core/access/pasted-people";
import { fail, ok, type Result } from "~/core/result";

/** More than that belongs into several lists. */
const mostRows = 2000;

export interface ReadList {
  readonly columns: ReturnType<typeof readHeading> & object;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly unread: readonly string[];
}

const lineBreak = /\r\n|\r|\n/g;

function linesIn(text: string): number {
  return text.match(lineBreak)?.length ?? 0;
}

/** Each record with the line it begins in: a quoted cell may hold several lines. */
function numbered(records: readonly string[][]): ReadList["rows"] {
  let line = 1;
  return records.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((lines, cell) => lines + linesIn(cell), 0);
    return row;
  });
}

/** Rows and columns of the text, separated by commas, semicolons or tabs; a problem is a sentence. */
export function readList(pasted: string): Result<ReadList, string> {
  const text = pasted.replace(/^\uFEFF/, "");
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [",", ";", "\t"] });
  const quote = errors.find(({ type }) => type === "Quotes");
  if (quote !== undefined) {
    const line = 1 + linesIn(text.slice(0, quote.index));
    return fail(
      `The quotation mark in line ${line} begins a cell and does not end with it. Take it away, or put the whole cell between two of them.`,
    );
  }
  const all = numbered(data).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [first] = all;
  if (first === undefined) return fail("Paste at least one row.");
  const heading = readHeading(first.cells);
  const rows = heading === null ? all : all.slice(1);
  if (rows.length === 0) return fail("There is a heading, but nobody below it.");
  if (rows.length > mostRows) {
    return fail(`Those are ${rows.length} rows. Paste at most ${mostRows} at a time.`);
  }
  const unread = heading === null ? [] : unreadHeadings(first.cells, heading);
  return ok({ columns: heading ?? listColumns, rows, unread });
}
