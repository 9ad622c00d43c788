import { compareScenarios } from "~/core/scenario/comparison";
import { drawScenario } from "~/core/scenario/drawing";
import { contentStore } from "~/server/content/catalogue.server";
import { drawingPolicy } from "~/server/http/security-headers.server";
import { guarded, notFound } from "~/server/people/guard.server";

/** A scenario's revision drawn, with the scenes and endings marked that differ from another one. */
export const loader = guarded("studio.preview", async ({ request, params }) => {
  const after = await contentStore().revision(params["revision"] ?? "");
  if (after?.kind !== "scenario") throw notFound();
  const before = await contentStore().revision(
    new URL(request.url).searchParams.get("before") ?? "",
  );
  const changes =
    before?.kind === "scenario" ? compareScenarios(before.definition, after.definition) : [];
  const places = changes.flatMap(({ place }) => (place === null ? [] : [place]));
  return new Response(drawScenario(after.definition, new Set(places)), {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Content-Security-Policy": drawingPolicy,
      "Cache-Control": "private, no-store",
    },
  });
});
