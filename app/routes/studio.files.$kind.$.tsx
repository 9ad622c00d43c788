import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PreviewBar } from "~/components/studio/preview-bar";
import { useContentChanges } from "~/components/studio/use-content-changes";
import { contentVersion, studioDetail } from "~/server/content/studio.server";
import { guarded, notFound } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.piece.title ?? "File"} · Studio · Rapport` },
];

const kinds = ["course", "path", "behaviours"] as const;

/** What has no page of its own to preview: a course, a path, the vocabulary. */
export const loader = guarded("studio.preview", async ({ params }) => {
  const kind = kinds.find((each) => each === params["kind"]);
  const piece = kind === undefined ? null : await studioDetail(kind, params["*"] ?? "");
  if (piece === null) throw notFound();
  return json({ piece, version: contentVersion() });
});

export default function StudioFile() {
  const { piece, version } = useLoaderData<typeof loader>();
  useContentChanges(version);
  return (
    <>
      <PreviewBar {...piece} standing={piece} heading />
      {piece.diagnostics.length === 0 ? <p>There is nothing to mend here.</p> : null}
    </>
  );
}
