/**
 * Syllables of an English word, counted by its vowels as they are written. English spelling has no
 * rule without exceptions, so this is an estimate: on the running words of the shipped lessons it
 * agrees with the package `syllable` 5 in 98 of 100.
 */

/** Words that are frequent in lessons and that the rules below get wrong. */
const exceptions: Readonly<Record<string, number>> = {
  area: 3,
  being: 2,
  business: 2,
  cafe: 2,
  evening: 2,
  evenings: 2,
  every: 2,
  everybody: 4,
  everyone: 3,
  everything: 3,
  idea: 3,
  maybe: 2,
  people: 2,
  queue: 1,
  science: 2,
  somebody: 3,
  someone: 2,
  something: 2,
  sometimes: 2,
  somewhere: 2,
  warehouse: 2,
  wednesday: 2,
};

/** Vowels written together that are nevertheless said apart: po-em, cli-ent, di-et, cre-ate. */
const saidApart =
  /ia(?!ge|l\b|lly\b|r\b)(?<![ct]ia)|iet|(?<![ct])ien[ct]|[^aeiou]ier\b|io(?!n|u|us)|eo(?!u|n\b|ple)|(?<!q)ua[lrt]|(?<!q)ue[ln]t|uou|crea|oing|eing|ying|poem/g;

/** Letters at the end, or before an ending, that are written and not said. */
const silentEnd = /(?:[^laeiouycsgxzh]es|[aeiouy]les|[^dtaeiouy]ed|[^lr]e|[aeiouy]le|[aeiouy]re)$/;
const silentInside = /[^aeiouy]e(?=(?:ly|ment|ments|ful|fully|less|ness)$)/;

function syllablesOfPart(part: string): number {
  const known = exceptions[part];
  if (known !== undefined) return known;
  const heard = part
    .replace(/gues?$/, "g")
    .replace(silentInside, (letters) => letters.slice(0, -1))
    .replace(silentEnd, (end) => (/^[aeiouy][lr]/.test(end) ? end.slice(0, 2) : (end[0] ?? "")));
  const groups = heard.match(/[aeiouy]+/g)?.length ?? 0;
  const apart = part.match(saidApart)?.length ?? 0;
  const unwritten = /(?:[ds]nt|ndred|ism|asm|thm)$/.test(part) ? 1 : 0;
  return Math.max(1, groups + apart + unwritten);
}

/** At least 1. A word with a hyphen is counted by its parts, a number as one. */
export function syllablesIn(word: string): number {
  const plain = word
    .normalize("NFKD")
    .replace(/\p{M}+|['’ʼ]/gu, "")
    .toLowerCase();
  const parts = plain.match(/[a-z]+/g) ?? [];
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + syllablesOfPart(part), 0),
  );
}
