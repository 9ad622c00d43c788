import type { ReactNode } from "react";
import { classes } from "./classes";

export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** Short and of one piece, as a date: never broken into lines. */
  readonly whole?: boolean;
  /** The cell that names its row. */
  readonly rowHeading?: boolean;
  /**
   * It says by itself what it is, and stands without its heading where each row is a card: in a line
   * of its own, or in one line with its neighbours that do. Others have their heading beside them.
   */
  readonly inCard?: "own-line" | "one-line";
}

interface TableProps<Row> {
  readonly caption: ReactNode;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Below 48rem each row becomes a small card; otherwise the table scrolls in its region. */
  readonly narrow?: "stack" | "scroll";
}

const cellBase = "px-3 py-3 align-baseline first:ps-4 last:pe-4";

/**
 * Stacked rows keep their table roles, which some browsers would drop with `display: block`, and
 * show each heading again beside its cell, unless the cell says by itself what it is.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, narrow = "stack" } = props;
  const stack = narrow === "stack";
  return (
    <div
      {...(typeof caption === "string"
        ? { role: "region", "aria-label": caption, tabIndex: 0 }
        : {})}
      className="overflow-x-auto rounded-lg border border-line bg-sheet"
    >
      <table role="table" className={classes("w-full text-sm", stack && "max-md:block")}>
        <caption
          className={
            hideCaption === true
              ? "sr-only"
              : "px-4 pt-4 pb-2 text-start font-serif text-lg max-md:block"
          }
        >
          {caption}
        </caption>
        <thead role="rowgroup" className={classes(stack && "max-md:sr-only")}>
          <tr role="row" className="border-b border-line-strong">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                className={classes(
                  cellBase,
                  "font-medium text-ink-soft",
                  column.numeric === true ? "text-end" : "text-start",
                )}
              >
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={classes(stack && "max-md:block")}>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              className={classes(
                "border-b border-line last:border-0",
                stack && "max-md:flex max-md:flex-wrap max-md:gap-x-1.5 max-md:px-4 max-md:py-3",
              )}
            >
              {columns.map((column, at) => (
                <Cell
                  key={column.key}
                  column={column}
                  row={row}
                  stack={stack}
                  goesOn={column.inCard === "one-line" && columns[at + 1]?.inCard === "one-line"}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly stack: boolean;
  /** In a card the next cell stands in the same line. */
  readonly goesOn: boolean;
}

/** Where a cell stands while its row is a card. */
function placeInCard<Row>({ inCard, rowHeading }: Column<Row>): string {
  const line = "max-md:px-0! max-md:py-1";
  if (rowHeading === true) return `${line} max-md:w-full max-md:text-base`;
  if (inCard === "own-line") return `${line} max-md:w-full`;
  if (inCard === "one-line") return `${line} max-md:flex max-md:gap-1.5 max-md:text-ink-soft`;
  return `${line} max-md:flex max-md:w-full max-md:justify-between max-md:gap-4`;
}

function Cell<Row>({ column, row, stack, goesOn }: CellProps<Row>) {
  const { heading, numeric, rowHeading, inCard } = column;
  const headed = stack && rowHeading !== true && inCard === undefined;
  const look = classes(
    cellBase,
    numeric === true ? "text-end" : "text-start",
    rowHeading === true && "font-medium",
    stack && placeInCard(column),
  );
  const content = (
    <>
      {headed ? (
        <span aria-hidden="true" className="max-w-1/2 shrink-0 text-ink-soft md:hidden">
          {heading}
        </span>
      ) : null}
      <span
        className={classes(
          // A word breaks only where it is longer than this, or the column would shrink to letters.
          column.whole === true ? "whitespace-nowrap" : "min-w-0 wrap-anywhere md:block",
          column.whole !== true && numeric !== true && "md:min-w-[5rem]",
          headed && "max-md:text-end",
          // Alone in its line, and not among words: it is as high as a finger needs.
          rowHeading === true && "[&>a]:inline-flex [&>a]:min-w-6 [&>a]:py-0.5",
        )}
      >
        {column.cell(row)}
      </span>
      {stack && goesOn ? (
        <span aria-hidden="true" className="md:hidden">
          ·
        </span>
      ) : null}
    </>
  );
  return rowHeading === true ? (
    <th scope="row" role="rowheader" className={look}>
      {content}
    </th>
  ) : (
    <td role="cell" className={look}>
      {content}
    </td>
  );
}
