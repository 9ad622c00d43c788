/** In the order in which a reader looks for somebody: whatever the case and the accents. */
const collator = new Intl.Collator("en");

export function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return collator.compare(one.name, other.name);
}
