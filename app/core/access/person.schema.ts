/** What an administrator says about a person: one schema for the form, the list and the action. */
import { z } from "zod";
import { isCivilDate } from "~/core/calendar/civil-date";
import { oneLine } from "~/core/prose/one-line";
import { personName } from "./choose-password.schema";
import { addedRoles } from "./policy";
import { emailAddress } from "./sign-in.schema";

/** An IANA name that this machine knows. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null;
}

const firstStart = "1950-01-01";
const lastStart = "2100-12-31";

export const personDetails = z.object({
  name: personName,
  email: emailAddress,
  startDate: z
    .string("Enter the date of the first day")
    .trim()
    .refine(isCivilDate, "Write the date as year, month, day, as in 2026-03-09")
    // A slip of the finger in the year would move every due date by a century.
    .refine(
      (date) => !isCivilDate(date) || (date >= firstStart && date <= lastStart),
      "Look at the year once more: a first day is between 1950 and 2100",
    ),
  timeZone: z
    .string("Enter a time zone")
    .trim()
    .refine(isTimeZone, "Write a time zone as in Europe/Lisbon"),
  team: z
    .string()
    .overwrite(oneLine)
    .max(80, "Use 80 characters or fewer")
    .optional()
    .transform(orNull),
  managerEmail: emailAddress.optional().transform(orNull),
  roles: z
    .array(z.enum(addedRoles, "The roles are trainer, manager and administrator"))
    .default([]),
});
export type PersonDetails = z.infer<typeof personDetails>;
/** As a form holds them, before they are read. */
export type PersonInput = z.input<typeof personDetails>;
