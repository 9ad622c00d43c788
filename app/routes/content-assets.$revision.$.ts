import { assetResponse } from "~/server/content/asset-response.server";
import { guarded, notFound } from "~/server/people/guard.server";

/** A picture that a revision shows; nothing else of its folder. */
export const loader = guarded("lesson.read", async ({ params }) => {
  const response = await assetResponse(params["revision"] ?? "", params["*"] ?? "");
  if (response === null) throw notFound();
  return response;
});
