/** The form that gives somebody one more official run. */
import { z } from "zod";

export const grantForm = z.object({
  scenario: z.string("Say which role-play").min(1).max(100),
  reason: z
    .string("Say why, in a few words")
    .trim()
    .min(3, "Say why, in a few words")
    .max(300, "Keep it under 300 characters"),
});
