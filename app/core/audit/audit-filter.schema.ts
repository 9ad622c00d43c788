/** What the audit can be narrowed by: the same on the page, in its form and in the file. */
import { z } from "zod";
import { auditAreas, type AuditArea } from "~/core/audit/audit-action";
import { isCivilDate } from "~/core/calendar/civil-date";
import { orNothing } from "~/core/listing/listing";
import { searchWasCut, searchWords } from "~/core/prose/search-words";

const areas = Object.keys(auditAreas) as [AuditArea, ...AuditArea[]];

const auditFilter = z.object({
  /** Id of the person who did it, or to whom it was done. */
  person: orNothing(z.string().max(64)),
  area: orNothing(z.enum(areas)),
  /** Civil dates, both included. */
  from: orNothing(z.string().refine(isCivilDate)),
  to: orNothing(z.string().refine(isCivilDate)),
  /** Words in a name, an e-mail address, what was done, or where from; of too many, the first. */
  text: orNothing(z.string().transform((text) => searchWords(text).words || undefined)),
});

export type AuditFilter = z.infer<typeof auditFilter>;

export function parseAuditFilter(query: Iterable<readonly [string, string]>): AuditFilter {
  return auditFilter.parse(Object.fromEntries(query));
}

/** A sentence for each field that was not taken as it came, by its name; nothing is dropped unsaid. */
export interface AuditFilterProblems {
  readonly text?: string;
  readonly from?: string;
  readonly to?: string;
}

const noDay = "That is not a day. Write it like 2026-11-28; until then it narrows nothing.";

export function auditFilterProblems(
  query: Iterable<readonly [string, string]>,
): AuditFilterProblems {
  const { text, from, to } = Object.fromEntries(query);
  const isDay = (day: string | undefined) => day === undefined || day === "" || isCivilDate(day);
  return {
    ...(searchWords(text).cut ? { text: searchWasCut } : {}),
    ...(isDay(from) ? {} : { from: noDay }),
    ...(isDay(to) ? {} : { to: noDay }),
  };
}
