/**
 * Rows that come as text of JSON, and that as bytes. SQLite keeps text of any bytes, and libsql ends
 * the whole process where it meets one that is no UTF-8; bytes it hands over as they are
 * (docs/decisions/038). As one value they are quicker to fetch than cell by cell, besides.
 */
import type { ResultSet, Row, Value } from "@libsql/client";

/** A statement whose rows come in bytes, and what they were to be as it was written. */
export interface Guarded {
  /** A query changes nothing; a change gives back what it changed. */
  readonly kind: "query" | "change";
  readonly sql: string;
  readonly columns: readonly string[];
  /** As declared; empty for an expression. */
  readonly columnTypes: readonly string[];
}

interface Column {
  readonly name: string;
  readonly type: string | null;
}

/**
 * A value as text, exactly: JSON has no bytes, rounds what is no whole number to 15 digits and, read
 * here, whole numbers to 53 bits. So text has a letter in front, and the others are as SQL writes them.
 */
const exact = (cell: string) =>
  `CASE WHEN typeof(${cell}) = 'text' THEN 't' || ${cell} ELSE quote(${cell}) END`;

const asArray = (cells: readonly string[]) => `json_array(${cells.map(exact).join(", ")})`;

const isQuery = (sql: string) => /^\s*(?:SELECT|WITH)\b/i.test(sql);

/** As Prisma writes what it wants back of the rows that it changed. */
const returning = / RETURNING ((?:`[^`]+` AS `[^`]+`(?:, )?)+)$/;

/**
 * What an INSERT gives back was given to it just now, and is sound; one that may change a row
 * instead, an UPDATE and a DELETE give back what stood there.
 */
const mayReturnOld = (sql: string) => /^\s*(?:UPDATE|DELETE)\b| ON CONFLICT /i.test(sql);

/** As Prisma writes each of its lists. Such a query is worked out row by row, and each row once. */
const hasLimit = (sql: string) => / LIMIT \? OFFSET \?$/.test(sql);

/**
 * All rows of a query as one value, in their order. Without a limit SQLite may put an expression into
 * the place of each mention of its column, and work it out three times, unless it is told to keep the
 * rows; keeping them makes a sorted list half as dear again.
 * https://www.sqlite.org/lang_with.html#materialization_hints
 * https://www.sqlite.org/optoverview.html#subquery_flattening
 */
function queryInBytes(sql: string, count: number): string {
  const cells = Array.from({ length: count }, (_, at) => `c${String(at)}`);
  const all = `CAST(json_group_array(${asArray(cells)}) AS BLOB)`;
  const kept = hasLimit(sql) ? "" : "MATERIALIZED ";
  return `WITH asked(${cells.join(", ")}) AS ${kept}(${sql}\n) SELECT ${all} FROM asked`;
}

/** Each of the rows that a change gives back as a value: a list of that row alone. */
function returningInBytes(sql: string, list: string): string {
  const cells = list.split(", ").map((one) => one.split(" AS ")[0] ?? one);
  return `${sql.slice(0, -list.length)}CAST(json_array(${asArray(cells)}) AS BLOB)`;
}

/** Null for a statement that gives back no text that could be damaged. */
export function guarded(
  sql: string,
  columnsOf: (sql: string) => readonly Column[],
): Guarded | null {
  const list = mayReturnOld(sql) ? returning.exec(sql)?.[1] : undefined;
  if (list === undefined && !isQuery(sql)) return null;
  const columns = columnsOf(sql);
  return {
    kind: list === undefined ? "query" : "change",
    sql: list === undefined ? queryInBytes(sql, columns.length) : returningInBytes(sql, list),
    columns: columns.map(({ name }) => name),
    columnTypes: columns.map(({ type }) => type ?? ""),
  };
}

const infinities: Readonly<Record<string, number>> = { Inf: Infinity, "-Inf": -Infinity };

function numberOf(written: string): number | bigint {
  const number = infinities[written] ?? Number(written);
  return Number.isSafeInteger(number) || !/^-?\d+$/.test(written) ? number : BigInt(written);
}

function valueOf(written: string): Value {
  if (written.startsWith("t")) return written.slice(1);
  if (written === "NULL") return null;
  if (!written.startsWith("X")) return numberOf(written);
  return new Uint8Array(Buffer.from(written.slice(2, -1), "hex")).buffer;
}

/** Of the client and of the driver. */
type Bytes = ArrayBuffer | Uint8Array;

function utf8(bytes: Bytes): string {
  return bytes instanceof ArrayBuffer
    ? Buffer.from(bytes).toString("utf8")
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

/** A row as the client gives it, as far as Prisma's adapter looks at one: by place. */
function rowOf(cells: readonly string[]): Row {
  const row: Row = { length: cells.length };
  for (const [at, cell] of cells.entries()) row[at] = valueOf(cell);
  return row;
}

/** The answer that the statement would have had as it was written; where text is no UTF-8 it has U+FFFD. */
export function answerOf(values: readonly Bytes[], { columns, columnTypes }: Guarded): ResultSet {
  const rows = values.flatMap((value) => JSON.parse(utf8(value)) as string[][]).map(rowOf);
  return {
    ...{ columns: [...columns], columnTypes: [...columnTypes], rows },
    ...{ rowsAffected: 0, lastInsertRowid: undefined },
    toJSON: () => ({ columns, columnTypes, rows }),
  };
}
