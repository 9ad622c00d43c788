import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { DateText } from "~/components/ui/date-text";
import { Tag } from "~/components/ui/tag";
import { paths } from "~/paths";
import { contentStore } from "~/server/content/catalogue.server";
import { pieceKinds } from "~/server/content/piece.server";
import { listRevisions } from "~/server/content/revision-list.server";
import { db } from "~/server/db.server";
import { guarded, notFound } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Revisions of ${data?.title ?? "a piece"} · Studio · Rapport` },
];

export const loader = guarded("content.publish", async ({ params, person }) => {
  const kind = pieceKinds.find((one) => one === params["kind"]);
  const slug = params["*"] ?? "";
  const revisions =
    kind === undefined ? [] : await listRevisions(contentStore(), db(), { kind, slug });
  const [newest] = revisions;
  if (newest === undefined) throw notFound();
  const { title } = revisions.find(({ state }) => state === "inUse") ?? newest;
  return json({ title, revisions, timeZone: person.timeZone });
});

export default function Revisions() {
  const { title, revisions, timeZone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={title}
        lead="Every version that was ever read without errors. Going back to one costs nobody their work."
        trail={[{ label: "Studio", to: paths.studio() }]}
      />
      <ol
        aria-label="Revisions, newest first"
        className="max-w-talk divide-y divide-line rounded-lg border border-line bg-sheet"
      >
        {revisions.map(({ piece, name, title: called, since, state }) => (
          <li key={piece} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 sm:px-5">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-serif text-lg">{called}</p>
              <p className="text-sm text-ink-soft">
                <code className="font-mono text-xs">{name}</code>, read on{" "}
                <DateText value={since} timeZone={timeZone} withTime />
              </p>
            </div>
            {state === "inUse" ? (
              <Tag icon="check">In use</Tag>
            ) : (
              <LinkButton to={paths.studioPublish([piece])} variant="quiet">
                {state === "onDisk" ? "Publish the file" : "Go back to this"}
                <span className="sr-only"> ({name})</span>
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
