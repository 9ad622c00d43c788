/** In the order in which a reader looks for a title, where no other order is stated. */
const collator = new Intl.Collator("en", { numeric: true, ignorePunctuation: true });

export function byTitle(
  one: { readonly title: string },
  other: { readonly title: string },
): number {
  return collator.compare(one.title, other.title);
}
