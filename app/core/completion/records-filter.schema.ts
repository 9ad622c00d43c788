/** What a list of records can be narrowed by: the same on the page, in its form and in the file. */
import { z } from "zod";
import { completionKinds } from "~/core/completion/rule";
import { orNothing } from "~/core/listing/listing";
import { searchWords } from "~/core/prose/search-words";

const recordsFilter = z.object({
  team: orNothing(z.string().max(64)),
  person: orNothing(z.string().max(64)),
  kind: orNothing(z.enum(completionKinds)),
  /** Words in a name, an e-mail address or a title; of too many, the first. */
  text: orNothing(z.string().transform((text) => searchWords(text).words || undefined)),
});

export type RecordsFilter = z.infer<typeof recordsFilter>;

export function parseRecordsFilter(query: Iterable<readonly [string, string]>): RecordsFilter {
  return recordsFilter.parse(Object.fromEntries(query));
}
