/** What a list of records can be narrowed by: the same on the page, in its form and in the file. */
import { z } from "zod";
import { searchWords } from "~/core/prose/search-words";
import { completionKinds } from "~/core/completion/rule";

/** An empty field of a form means "not narrowed by this"; so does a value that cannot be. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional()).catch(undefined);

export const recordsFilter = z.object({
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

/** The place of a row in the list, for the page after it. */
export interface RecordCursor {
  readonly completedAt: Date;
  readonly id: string;
}

export function writeCursor({ completedAt, id }: RecordCursor): string {
  return `${completedAt.toISOString()}_${id}`;
}

/** null for none, and for one that was tampered with: the list then begins at its beginning. */
export function readCursor(text: string | null): RecordCursor | null {
  const [instant = "", id = ""] = text?.split("_") ?? [];
  const completedAt = new Date(instant);
  return id === "" || Number.isNaN(completedAt.getTime()) ? null : { completedAt, id };
}
