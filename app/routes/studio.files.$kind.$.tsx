import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PreviewBar } from "~/components/studio/preview-bar";
import { StepsOutline } from "~/components/studio/steps-outline";
import { useContentChanges } from "~/components/studio/use-content-changes";
import { VocabularyOutline } from "~/components/studio/vocabulary-outline";
import { upcoming } from "~/server/content/catalogue.server";
import { outlineOf } from "~/server/content/outline.server";
import { studioDetail } from "~/server/content/studio.server";
import { guarded, notFound } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.piece.title ?? "File"} · Studio · Rapport` },
];

const kinds = ["course", "path", "behaviours"] as const;

/** What learners meet only through other pages: a course, a path, the vocabulary. */
export const loader = guarded("studio.preview", async ({ params }) => {
  const kind = kinds.find((each) => each === params["kind"]);
  const slug = params["*"] ?? "";
  const piece = kind === undefined ? null : await studioDetail(kind, slug);
  if (kind === undefined || piece === null) throw notFound();
  return json({ piece, outline: outlineOf(upcoming(), kind, slug) });
});

export default function StudioFile() {
  const { piece, outline } = useLoaderData<typeof loader>();
  useContentChanges(piece.version);
  return (
    <>
      <PreviewBar {...piece} standing={piece} heading />
      {outline === null ? null : outline.kind === "behaviours" ? (
        <VocabularyOutline {...outline} />
      ) : (
        <StepsOutline {...outline} />
      )}
    </>
  );
}
