import { Link } from "@remix-run/react";
import { Table } from "~/components/ui/table";
import { kindNames, type CompletionKind } from "~/core/completion/rule";
import { paths } from "~/paths";
import { RecordedAt } from "./recorded-at";

interface ShownRecord {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly team: string | null;
  readonly kind: CompletionKind;
  readonly title: string;
  readonly outcome: string;
  /** ISO instant. */
  readonly completedAt: string;
  readonly timeZone: string;
  readonly rule: string;
  readonly because: string;
}

/** Who completed what, when, and why it counts. */
export function RecordsTable({ rows }: { readonly rows: readonly ShownRecord[] }) {
  return (
    <Table
      caption="Completions, newest first"
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "person",
          heading: "Person",
          rowHeading: true,
          cell: (row) => (
            <>
              <Link
                to={paths.records({ person: row.personId })}
                className="text-link underline underline-offset-4"
              >
                {row.person}
              </Link>
              {row.team === null ? null : (
                <span className="block text-sm font-normal text-ink-soft">{row.team}</span>
              )}
            </>
          ),
        },
        {
          key: "title",
          heading: "What",
          inCard: "own-line",
          cell: (row) => (
            <>
              {row.title}
              <span className="text-ink-soft md:block md:first-letter:uppercase">
                <span className="md:hidden">, </span>
                {kindNames[row.kind]}
              </span>
            </>
          ),
        },
        {
          key: "completed",
          heading: "When",
          inCard: "own-line",
          cell: (row) => <RecordedAt record={row} />,
        },
        {
          key: "because",
          heading: "Why",
          inCard: "own-line",
          cell: (row) => (
            <>
              {row.outcome === "completed" ? null : (
                <span className="font-medium capitalize">{row.outcome}. </span>
              )}
              {row.because}{" "}
              <Link
                to={paths.record(row.id)}
                className="whitespace-nowrap text-link underline underline-offset-4"
              >
                Look closer
                <span className="sr-only">
                  {" "}
                  at {row.title} of {row.person}
                </span>
              </Link>
            </>
          ),
        },
      ]}
    />
  );
}
