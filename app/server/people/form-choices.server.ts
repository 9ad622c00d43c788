/** What the form about a person offers to pick from. */
import { civilDateAt } from "~/core/calendar/civil-date";
import type { Database } from "~/server/db.server";
import { teamNames } from "~/server/people/teams.server";

const timeZones = ["UTC", ...Intl.supportedValuesOf("timeZone")];

export async function formChoices(database: Database) {
  return { teams: await teamNames(database), timeZones };
}

/** A new person begins today, where the administrator is, unless the form says otherwise. */
export function newPersonDefaults({ timeZone }: { readonly timeZone: string }) {
  return { startDate: civilDateAt(new Date(), timeZone), timeZone };
}
