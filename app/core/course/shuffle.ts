/** An order that looks like chance and is always the same for the same seed. */

/** FNV-1a with the last mix of MurmurHash3: 32 bits, spread evenly also for short texts. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A short name made of words: the same for the same words, and telling nothing of their place. */
export function nameOfWords(words: string): string {
  return `p${hash32(words).toString(36)}`;
}

/**
 * The items in an order of their own for each seed, never the order given: where chance would
 * leave all of it as it was, the first goes last.
 */
export function shuffled<One extends { readonly id: string }>(
  items: readonly One[],
  seed: string,
): readonly One[] {
  const drawn = items
    .map((item) => ({ item, rank: hash32(`${seed}:${item.id}`) }))
    .sort((a, b) => a.rank - b.rank || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
  const isAsGiven = drawn.every((item, index) => item === items[index]);
  return isAsGiven ? [...drawn.slice(1), ...drawn.slice(0, 1)] : drawn;
}
