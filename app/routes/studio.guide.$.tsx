import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "~/components/shell/page-header";
import { GuideBlocks } from "~/components/studio/guide-blocks";
import { Spelled } from "~/components/studio/spelled";
import { paths } from "~/paths";
import { guidePage } from "~/server/content/guide.server";
import { guarded, notFound } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? "Guide"} · Studio · Rapport` },
];

export const loader = guarded("studio.read", async ({ params }) => {
  const page = await guidePage(params["*"] ?? "");
  if (page === null) throw notFound();
  return json(page);
});

export default function StudioGuide() {
  const { title, meaning, blocks, rule, file } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={<Spelled text={title} />}
        lead={<Spelled text={meaning} />}
        trail={[{ label: "Studio", to: paths.studio() }]}
      />
      <GuideBlocks blocks={blocks} />
      <p className="mt-10 text-sm text-ink-soft">
        Rule <code className="font-mono">{rule}</code>, in <code className="font-mono">{file}</code>
        . What is mended stands in the whole example of{" "}
        <code className="font-mono">content/README.md</code>.
      </p>
    </>
  );
}
