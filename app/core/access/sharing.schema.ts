/** The form with which a person shares a run or takes it back. */
import { z } from "zod";
import { audiences } from "./policy";

export const sharingForm = z.object({
  audience: z.enum(audiences),
  sharing: z.enum(["share", "take-back"]),
  /** With what the person typed in it. */
  words: z.literal("yes").optional(),
});
