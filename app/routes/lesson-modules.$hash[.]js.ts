import { lessonModule } from "~/server/content/lesson-module-response.server";
import { guarded, notFound } from "~/server/people/guard.server";

/** A compiled lesson for the browser. Its name is its content, so it is kept for ever. */
export const loader = guarded("lesson.read", async ({ request, params }) => {
  const response = await lessonModule(params["hash"] ?? "", request);
  if (response === null) throw notFound();
  return response;
});
