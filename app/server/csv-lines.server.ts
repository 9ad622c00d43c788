/**
 * Lines of a file for a spreadsheet: RFC 4180, every field quoted, lines ending in CRLF. A file
 * begins with a byte order mark, because without one Excel reads UTF-8 as the machine's old code
 * page and spoils every name with an accent; other programs skip it. See docs/decisions/011.
 */
import Papa from "papaparse";

/**
 * What a spreadsheet might take for a formula: the signs that begin one (also full-width), after
 * any blanks, invisible characters or quotes that a program may skip; and a tab or a line end at
 * the front, which can push the sign into a cell of its own. Such a field gets a `'` before it.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const formulaStart = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Z}"']*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;

/** `first`: the lines begin the file. */
export function csvLines(
  rows: readonly (readonly string[])[],
  { first = false }: { readonly first?: boolean } = {},
): string {
  const text = Papa.unparse(rows as string[][], {
    quotes: true,
    newline: "\r\n",
    escapeFormulae: formulaStart,
  });
  return `${first ? "\uFEFF" : ""}${text}\r\n`;
}
