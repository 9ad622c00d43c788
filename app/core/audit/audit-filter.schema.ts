/** What the audit can be narrowed by: the same on the page, in its form and in the file. */
import { z } from "zod";
import { auditAreas, type AuditArea } from "~/core/audit/audit-action";
import { isCivilDate } from "~/core/calendar/civil-date";
import { orNothing } from "~/core/listing/listing";

const areas = Object.keys(auditAreas) as [AuditArea, ...AuditArea[]];

export const auditFilter = z.object({
  /** Id of the person who did it, or to whom it was done. */
  person: orNothing(z.string().max(64)),
  area: orNothing(z.enum(areas)),
  /** Civil dates, both included. */
  from: orNothing(z.string().refine(isCivilDate)),
  to: orNothing(z.string().refine(isCivilDate)),
  /** Words in a name, an e-mail address, what was done, or where from. */
  text: orNothing(z.string().trim().max(100)),
});

export type AuditFilter = z.infer<typeof auditFilter>;

export function parseAuditFilter(query: Iterable<readonly [string, string]>): AuditFilter {
  return auditFilter.parse(Object.fromEntries(query));
}
