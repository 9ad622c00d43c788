import { Notice } from "~/components/ui/notice";
import { Table, type Column } from "~/components/ui/table";
import { columnNames, listColumns, type ListColumn } from "~/core/access/pasted-people";

export interface PreviewRow {
  readonly line: number;
  readonly cells: Readonly<Record<ListColumn, string>>;
  readonly problems: readonly { readonly column: ListColumn; readonly message: string }[];
}

function cellOf(column: ListColumn) {
  return function PreviewCell({ cells, problems }: PreviewRow) {
    const wrong = problems.filter((problem) => problem.column === column);
    if (wrong.length === 0) return cells[column] || "–";
    return (
      <>
        <span className="block">{cells[column] || "–"}</span>
        <span className="block font-medium text-danger">
          {wrong.map(({ message }) => message).join(". ")}
        </span>
      </>
    );
  };
}

const columns: readonly Column<PreviewRow>[] = [
  { key: "line", heading: "Line", numeric: true, cell: ({ line }) => line },
  ...listColumns.map((column) => ({
    key: column,
    heading: columnNames[column],
    rowHeading: column === "name",
    cell: cellOf(column),
  })),
];

/** What was read, with what is wrong beside the cell. Rows with something wrong come first. */
export function ImportPreview({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const wrong = rows.filter(({ problems }) => problems.length > 0);
  const right = rows.filter(({ problems }) => problems.length === 0);
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
            title={
              wrong.length === 1 ? "One row needs mending" : `${wrong.length} rows need mending`
            }
          >
            Nobody was added, and nobody is until every row is right.
          </Notice>
        )}
      </div>
      <Table
        caption="What was read"
        hideCaption
        columns={columns}
        rows={[...wrong, ...right]}
        rowKey={({ line }) => String(line)}
      />
    </div>
  );
}
