/**
 * The `handle` of a route whose address does not say under which entry of the menu its page is: an
 * address that does, out of what its loader gave; null where its own says it.
 */
export type PlaceInMenu = (data: unknown) => string | null;

interface Match {
  readonly handle: unknown;
  readonly data: unknown;
}

/** What the innermost of the routes that say it says; null where none does. */
export function placeInMenu(matches: readonly Match[]): string | null {
  return matches.reduce<string | null>(
    (place, { handle, data }) =>
      typeof handle === "function" ? (handle as PlaceInMenu)(data) : place,
    null,
  );
}
