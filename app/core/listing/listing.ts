/** A long list: what it can be narrowed by, and where the page after this one begins. */
import { z } from "zod";

/** An empty field of a form means "not narrowed by this"; so does a value that cannot be. */
export function orNothing<Schema extends z.ZodType>(schema: Schema) {
  return z
    .preprocess((value) => (value === "" ? undefined : value), schema.optional())
    .catch(undefined);
}

/** The place of a row in a list that has its newest first. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

export function writeCursor({ at, id }: Cursor): string {
  return `${at.toISOString()}_${id}`;
}

/** Null for none, and for one that was tampered with: the list then begins at its beginning. */
export function readCursor(text: string | null): Cursor | null {
  const [instant = "", id = ""] = text?.split("_") ?? [];
  const at = new Date(instant);
  return id === "" || Number.isNaN(at.getTime()) ? null : { at, id };
}
