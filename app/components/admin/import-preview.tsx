import { AddressText } from "~/components/ui/address-text";
import { DateText } from "~/components/ui/date-text";
import { Notice } from "~/components/ui/notice";
import { Table, type Column } from "~/components/ui/table";
import { columnNames, listColumns, type ListColumn } from "~/core/access/pasted-people";
import { isCivilDate } from "~/core/calendar/civil-date";
import { countInWords } from "~/core/prose/in-words";

interface PreviewRow {
  readonly line: number;
  readonly cells: Readonly<Record<ListColumn, string>>;
  readonly problems: readonly { readonly column: ListColumn; readonly message: string }[];
}

export interface PreviewedList {
  /** The first of each kind. */
  readonly rows: readonly PreviewRow[];
  /** How many are not among them, with a mistake and without. */
  readonly more: { readonly wrong: number; readonly right: number };
  /** Headings of columns that are left out. */
  readonly unread: readonly string[];
  readonly newTeams: readonly string[];
}

function cellOf(column: ListColumn) {
  return function PreviewCell({ cells, problems }: PreviewRow) {
    const wrong = problems.filter((problem) => problem.column === column);
    const text = cells[column] || "–";
    if (wrong.length === 0 && column === "startDate" && isCivilDate(text))
      return <DateText value={text} />;
    const cell = (
      <bdi className="block">
        <AddressText>{text}</AddressText>
      </bdi>
    );
    if (wrong.length === 0) return cell;
    return (
      <>
        {cell}
        <span className="mt-0.5 block font-medium wrap-break-word text-danger md:w-32">
          {wrong.map(({ message }) => message).join(". ")}
        </span>
      </>
    );
  };
}

const wholeColumns: readonly ListColumn[] = ["startDate", "timeZone"];

/** A problem is a sentence, and may break. */
function cellsWhole(column: ListColumn, rows: readonly PreviewRow[]): boolean {
  const wrong = rows.some(({ problems }) => problems.some((one) => one.column === column));
  return wholeColumns.includes(column) && !wrong;
}

function columnsFor(rows: readonly PreviewRow[]): readonly Column<PreviewRow>[] {
  // A column that nobody filled in would take the room of those that somebody did.
  const isUsed = (column: ListColumn) =>
    rows.some(
      ({ cells, problems }) =>
        cells[column] !== "" || problems.some((problem) => problem.column === column),
    );
  return [
    { key: "line", heading: "Line", numeric: true, cell: ({ line }) => line },
    ...listColumns.filter(isUsed).map((column) => ({
      key: column,
      heading: columnNames[column],
      rowHeading: column === "name",
      whole: cellsWhole(column, rows),
      cell: cellOf(column),
    })),
  ];
}

interface RowsProps {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly rows: readonly PreviewRow[];
}

function Rows(props: RowsProps) {
  return <Table columns={columnsFor(props.rows)} rowKey={({ line }) => String(line)} {...props} />;
}

function More({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return <p className="mt-3 text-ink-soft">And {countInWords(count, "row")} more.</p>;
}

/** What was read, with what is wrong beside the cell, and what comes in or stays out with it. */
export function ImportPreview({ rows, more, unread, newTeams }: PreviewedList) {
  const wrong = rows.filter(({ problems }) => problems.length > 0);
  const right = rows.filter(({ problems }) => problems.length === 0);
  const toMend = wrong.length + more.wrong;
  return (
    <div className="space-y-4">
      <div role="status">
        {wrong.length === 0 ? (
          <Notice meaning="success" title="All rows can be added">
            Nobody is added yet. Look through them, then add them.
          </Notice>
        ) : (
          <Notice
            meaning="warning"
            title={toMend === 1 ? "One row needs mending" : `${toMend} rows need mending`}
          >
            Nobody was added, and nobody is until every row is right. Mend{" "}
            {toMend === 1 ? "it" : "them"} in the list above, then check the list again.
          </Notice>
        )}
      </div>
      {unread.length === 0 ? null : (
        <Notice meaning="info" title="Left out">
          No column here is called {unread.map((heading) => `“${heading}”`).join(", ")}. What is in
          it does not come in.
        </Notice>
      )}
      {newTeams.length === 0 ? null : (
        <p>
          {countInWords(newTeams.length, "new team")}: {newTeams.join(", ")}.
        </p>
      )}
      {wrong.length === 0 ? (
        <>
          <Rows caption="What was read" hideCaption rows={right} />
          <More count={more.right} />
        </>
      ) : (
        <>
          <Rows caption="Rows to mend" rows={wrong} />
          <More count={more.wrong} />
          {right.length === 0 ? null : (
            <details>
              <summary className="inline-flex min-h-11 items-center font-medium text-link underline underline-offset-4">
                {countInWords(right.length + more.right, "row")} without a mistake
              </summary>
              <div className="mt-3">
                <Rows caption="Rows without a mistake" hideCaption rows={right} />
                <More count={more.right} />
              </div>
            </details>
          )}
        </>
      )}
    </div>
  );
}
