/**
 * How the people of a role-play are dressed in their drawings. A dress is a number: which of the
 * colours, and how it is cut. The same id is dressed alike everywhere, unless somebody who stands
 * before it in the same cast wears that colour already.
 */
export const dressColours = 5;
export const dressCuts = 4;

/** What somebody wears when they are alone: FNV-1a of their id, so that it never changes. */
export function dressOf(person: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < person.length; at += 1) {
    hash = Math.imul(hash ^ person.charCodeAt(at), 0x01000193);
  }
  hash >>>= 0;
  // The low digits choose the colour and the ones above them the cut: each on its own.
  return (hash % dressColours) + dressColours * (Math.floor(hash / dressColours) % dressCuts);
}

/** What each of a cast wears, by id: no two wear one colour while there are colours left. */
export function dressesOf(cast: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const dresses = new Map<string, number>();
  for (const { id } of cast) dresses.set(id, freeDress(dressOf(id), [...dresses.values()]));
  return dresses;
}

function freeDress(own: number, worn: readonly number[]): number {
  const all = dressColours * dressCuts;
  const free = Array.from({ length: all }, (_, step) => (own + step) % all);
  const colours = new Set(worn.map((dress) => dress % dressColours));
  return (
    free.find((dress) => !colours.has(dress % dressColours)) ??
    free.find((dress) => !worn.includes(dress)) ??
    own
  );
}
