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

const cellBase = "px-3 py-3 align-top first:ps-4 last:pe-4";

/**
 * Stacked rows keep their table roles, which some browsers would drop with `display: block`, and
 * show each heading again beside its cell.
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
                stack && "max-md:block max-md:px-4 max-md:py-3",
              )}
            >
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} stack={stack} />
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
}

function Cell<Row>({ column, row, stack }: CellProps<Row>) {
  const { heading, numeric, rowHeading } = column;
  const look = classes(
    cellBase,
    numeric === true ? "text-end" : "text-start",
    rowHeading === true && "font-medium",
    stack && "max-md:flex max-md:justify-between max-md:gap-4 max-md:px-0! max-md:py-1",
    stack && rowHeading === true && "max-md:text-base",
  );
  const content = (
    <>
      {stack && rowHeading !== true ? (
        <span aria-hidden="true" className="max-w-1/2 shrink-0 text-ink-soft md:hidden">
          {heading}
        </span>
      ) : null}
      <span
        className={classes(
          // A word breaks only where it is longer than this, or the column would shrink to letters.
          column.whole === true ? "whitespace-nowrap" : "min-w-0 wrap-anywhere md:block",
          column.whole !== true && numeric !== true && "md:min-w-[5rem]",
          stack && "max-md:text-end",
          stack && rowHeading === true && "max-md:text-start",
          // Alone in its line, and not among words: it is as high as a finger needs.
          rowHeading === true && "[&>a]:inline-block [&>a]:min-w-6 [&>a]:py-0.5",
        )}
      >
        {column.cell(row)}
      </span>
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
