/** Why somebody changes what stands on a record: words that are kept for good, so never cut. */
import { z } from "zod";
import { tooLong } from "~/core/prose/too-long";

const longestReason = 300;

export const reason = z
  .string("Say why, in a few words")
  .trim()
  .min(3, "Say why, in a few words")
  .max(longestReason, {
    error: ({ input }) =>
      tooLong("Your reason", typeof input === "string" ? input.length : 0, longestReason),
  });
