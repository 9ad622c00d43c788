import { expect, test } from "vitest";
import { Table, type Column } from "~/components/ui/table";
import { pageHtml } from "tests/setup/page-html";

interface Run {
  readonly id: string;
  readonly who: string;
}

const columns: readonly Column<Run>[] = [
  { key: "title", heading: "Title", rowHeading: true, cell: () => "The parcel" },
  { key: "who", heading: "Who", inCard: "own-line", cell: ({ who }) => who },
  { key: "mode", heading: "Kind", inCard: "one-line", cell: () => "Practice" },
  { key: "outcome", heading: "How it went", inCard: "one-line", cell: () => "It went well" },
  { key: "day", heading: "First day", cell: () => "1 Dec" },
];

test("a card has a heading beside what does not say by itself what it is, and beside that alone", async () => {
  const page = await pageHtml(
    <Table
      caption="Runs"
      columns={columns}
      rows={[{ id: "1", who: "Ana" }]}
      rowKey={({ id }) => id}
    />,
  );
  const hidden = page.matchAll(/<span aria-hidden="true"[^>]*>([^<]*)</g);
  // One dot, between the two in one line.
  expect(Array.from(hidden, ([, text]) => text)).toEqual(["·", "First day"]);
  expect(page.match(/role="columnheader"/g)).toHaveLength(5);
});
