import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OwnData } from "~/components/record/own-data";
import { PageHeader } from "~/components/shell/page-header";
import { buttonClass } from "~/components/ui/button";
import { DateText } from "~/components/ui/date-text";
import { Icon } from "~/components/ui/icon";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { ownDataPage } from "~/server/learning/own-data-page.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "All my data · Rapport" }];

export const loader = guarded("own-record.read", async ({ person }) =>
  json({ data: await ownDataPage(db(), person.id, new Date()), timeZone: person.timeZone }),
);

export default function MyData() {
  const { data, timeZone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="All my data"
        lead="Everything that Rapport keeps about you and your learning. Print it, or take it away as a file."
        trail={[{ label: "My record", to: paths.me() }]}
        actions={
          <a href={paths.meRecord()} className={buttonClass("quiet", "screen-only")} download>
            <Icon name="download" className="size-5" />
            Download as JSON
          </a>
        }
      >
        <p className="text-sm text-ink-soft">
          As of <DateText value={data.takenAt} timeZone={timeZone} withTime />. The file has the
          same, with every single answer and choice.
        </p>
      </PageHeader>
      <OwnData data={data} timeZone={timeZone} />
    </>
  );
}
