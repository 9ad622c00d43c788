/** The form that gives somebody one more official run. */
import { z } from "zod";
import { reason } from "~/core/prose/reason.schema";

export const grantForm = z.object({
  scenario: z.string("Say which role-play").min(1).max(100),
  reason,
});
