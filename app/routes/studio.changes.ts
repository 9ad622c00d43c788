import { changesResponse } from "~/server/content/changes-stream.server";
import { guarded } from "~/server/people/guard.server";

/** An event whenever content changed, for previews that are open. */
export const loader = guarded("studio.read", ({ request }) => changesResponse(request));
