/** The forms that correct the record: one schema for the browser and the action. */
import { z } from "zod";
import { isCivilDate } from "~/core/calendar/civil-date";
import { completionKinds } from "~/core/completion/rule";
import { reason } from "~/core/prose/reason.schema";

/** A record does not stand (any more). */
export const withdrawalForm = z.object({ reason });

/** As in the options of the form: `course:empathy`. */
const thing = z
  .string("Choose what was completed")
  .regex(/^[a-z]+:[a-z0-9/-]+$/, "Choose what was completed")
  .transform((text) => ({
    kind: completionKinds.find((kind) => text.startsWith(`${kind}:`)) ?? null,
    slug: text.slice(text.indexOf(":") + 1),
  }));

/** Something was completed elsewhere, or before. */
export const recordByHandForm = z.object({
  email: z
    .string("Whose record is it? Enter their e-mail address")
    .trim()
    .toLowerCase()
    .max(254, "That is too long for an e-mail address"),
  thing,
  /** A civil date where the person is. */
  on: z.string("Enter the day").refine(isCivilDate, "Enter the day, as in 2026-11-21"),
  reason,
});

export type RecordByHand = z.infer<typeof recordByHandForm>;
