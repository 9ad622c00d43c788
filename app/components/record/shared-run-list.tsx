import { Link } from "@remix-run/react";
import { DateText } from "~/components/ui/date-text";
import { Table } from "~/components/ui/table";
import { howItWent } from "~/core/scenario/outcome-words";
import type { SharedRun } from "~/core/scenario/shared-run";
import { paths } from "~/paths";

interface SharedRunListProps {
  readonly runs: readonly SharedRun[];
  readonly timeZone: string;
}

/** Runs that people share with the reader, each a way to its replay. */
export function SharedRunList({ runs, timeZone }: SharedRunListProps) {
  return (
    <Table
      caption="Runs shared with you, the latest first"
      hideCaption
      rows={runs}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          heading: "Role-play",
          rowHeading: true,
          cell: ({ id, title }) => (
            <Link to={paths.replay(id)} className="text-link underline underline-offset-4">
              {title}
            </Link>
          ),
        },
        { key: "who", heading: "Who", inCard: "own-line", cell: ({ person }) => person.name },
        {
          key: "mode",
          heading: "Kind",
          inCard: "one-line",
          cell: ({ mode }) => (mode === "official" ? "Official run" : "Practice"),
        },
        {
          key: "outcome",
          heading: "How it went",
          inCard: "one-line",
          cell: ({ outcome }) => howItWent(outcome),
        },
        {
          key: "shared",
          heading: "Shared",
          inCard: "one-line",
          cell: ({ sharedAt }) => <DateText value={sharedAt} timeZone={timeZone} />,
        },
      ]}
    />
  );
}
