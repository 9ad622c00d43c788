/**
 * Words that stand unsaved in other forms of a lesson than the one that is sent. They travel with it, so that
 * they are kept for their owner where the sign-in has run out; otherwise nobody reads them.
 */

/** The words of one form: `goal`, or `reflection:<id>`. */
export interface UnsavedWords {
  readonly form: string;
  /** By the name of the field. */
  readonly typed: Readonly<Record<string, string>>;
}

/** The field under which the words of another form's field travel. */
export function unsavedField(form: string, field: string): string {
  return `unsaved:${form}:${field}`;
}

/** The form and the field that such a name stands for; null for every other name. */
export function readUnsavedField(
  name: string,
): { readonly form: string; readonly field: string } | null {
  const [, form, field] = /^unsaved:(.+):([\w-]+)$/.exec(name) ?? [];
  return form === undefined || field === undefined ? null : { form, field };
}
