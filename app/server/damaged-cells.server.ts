/**
 * SQLite keeps any kind of value in any column (https://www.sqlite.org/flexibletypegotcha.html), and
 * Prisma gives a whole answer up for one cell that is not of its column's kind: a list of a hundred
 * runs would be gone because somebody edited one by hand. Such a cell comes as something that can be
 * read instead; what stands in the file is not touched.
 */
import type { ResultSet, Row, Value } from "@libsql/client";
import { isCivilDate, type CivilDate } from "~/core/calendar/civil-date";
import { log } from "~/server/log.server";

/** The last instant that a Date can hold, in milliseconds. */
const lastInstant = 8.64e15;

function isInstant(value: Value): boolean {
  if (typeof value === "string") return !Number.isNaN(Date.parse(value));
  return typeof value === "number" && Math.abs(value) <= lastInstant;
}

/** The beginning of 1970: long past, so that what it begins is late and what it ends is over. */
const longPast = new Date(0);

/** An instant that was read past Prisma, as JSON. */
export function readableInstant(cell: string | number | null): Date {
  return cell !== null && isInstant(cell) ? new Date(cell) : longPast;
}

/** A day that was read, in a column of text. */
export function readableDay(cell: string): CivilDate {
  return isCivilDate(cell) ? cell : longPast.toISOString().slice(0, 10);
}

/** As SQL writes bytes. */
function literal(bytes: ArrayBuffer): string {
  return `X'${Buffer.from(bytes).toString("hex").toUpperCase()}'`;
}

/** Prisma's whole numbers have 32 bits; what is beyond 53 is not even what stands in the file. */
const numberOr0 = (value: Value): Value => (typeof value === "number" ? value : 0);

/** What a cell becomes, by the declared type of its column; one that is as it should be stays. */
const readable: Readonly<Record<string, ((value: Value) => Value) | undefined>> = {
  TEXT: (value) => (value instanceof ArrayBuffer ? literal(value) : value),
  DATETIME: (value) => (isInstant(value) ? value : longPast.toISOString()),
  BOOLEAN: numberOr0,
  INTEGER: numberOr0,
};

/** The row with another value in one place; its own values cannot be changed. */
function withCell(row: Row, at: number, value: Value): Row {
  return Object.create(row, { [at]: { value } }) as Row;
}

/** Sees to it that every cell of an answer is of the kind that its column was declared as. */
export function readableCells(answer: ResultSet): ResultSet {
  const { rows, columns, columnTypes } = answer;
  for (const [at, type] of columnTypes.entries()) {
    const cellOf = readable[type];
    if (cellOf === undefined) continue;
    for (const [place, row] of rows.entries()) {
      const value = row[at] ?? null;
      const cell = value === null ? null : cellOf(value);
      if (cell === value) continue;
      log().error({ column: columns[at] }, "a cell is not of its column's kind");
      rows[place] = withCell(row, at, cell);
    }
  }
  return answer;
}
