/** The form that takes a pasted list: one schema for the browser and the action. */
import { z } from "zod";

/** Characters; in any script below what a request may hold. */
export const longestList = 400_000;

export const peopleListForm = z.object({
  list: z
    .string("Paste at least one row")
    .max(longestList, "That is too long for one list. Paste it in parts."),
  /** Mail each new person a one-time address. */
  mail: z.boolean().default(false),
});
