/** The form that gives somebody one more official run. */
import { z } from "zod";
import { reason } from "~/core/prose/reason.schema";

export const grantForm = z.object({
  scenario: z.string("Say which role-play").min(1).max(100),
  /** How many had been given when the form was made: sent twice, it gives one run. Absent from older forms. */
  granted: z.coerce.number().int().min(0).optional(),
  reason,
});
