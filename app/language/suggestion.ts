/** "Did you mean …?": the known name that a mistaken one was probably meant to be. */

/** Letters to change, add, leave out, or swap with their neighbour. */
function distance(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const isSame = left[i - 1] === right[j - 1];
      const substitution = (row[j - 1] ?? 0) + (isSame ? 0 : 1);
      const isSwap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(substitution, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[right.length] ?? 0;
}

const MAX_NAME = 60;

/** The nearest of `known`, if it is near enough to have been meant. */
export function nearestName(name: string, known: Iterable<string>): string | null {
  if (name.length > MAX_NAME) return null;
  const wanted = name.toLowerCase();
  let best: { name: string; distance: number } | null = null;
  for (const candidate of known) {
    const found = distance(wanted, candidate.toLowerCase());
    const near = found <= Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (near && (best === null || found < best.distance)) {
      best = { name: candidate, distance: found };
    }
  }
  return best?.name ?? null;
}

/** The first letter of a name that is none of the Latin alphabet, and so may only look like one. */
function foreignLetter(name: string): string | null {
  return /(?!\p{Script=Latin})\p{L}/u.exec(name)?.[0] ?? null;
}

const unseen = /(?! )[\p{Cf}\p{Z}]/u;

/** What to do about a letter that looks like the right one and is another, or that cannot be seen; null where there is none. */
export function typeAgain(name: string): string | null {
  if (unseen.test(name)) return "A character that cannot be seen stands in it: type it again.";
  const letter = foreignLetter(name);
  return (
    letter && `The ${quoted(letter)} in it is of another alphabet, however it looks: type it again.`
  );
}

const MAX_LISTED = 12;

/** A sentence that helps: the name that was meant, or the names there are. */
export function suggestName(name: string, known: Iterable<string>, whatTheyAre: string): string {
  const names = [...known];
  const nearest = nearestName(name, names);
  const isMixed = /[A-Za-z]/.test(name);
  const hints = [
    nearest === null ? null : `Did you mean \`${nearest}\`?`,
    isMixed ? typeAgain(name) : null,
  ];
  const hint = hints.filter((part) => part !== null).join(" ");
  if (hint !== "") return hint;
  if (names.length === 0) return `There are no ${whatTheyAre} yet.`;
  const listed = names.slice(0, MAX_LISTED).join(", ");
  return `The ${whatTheyAre} are: ${listed}${names.length > MAX_LISTED ? ", …" : ""}.`;
}

const MAX_QUOTED = 40;

/** An author's text made safe to repeat in a sentence: one line, seen as it is read, not too long. */
export function quoted(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/`/g, "'")
    .trim();
  const letters = Array.from(line);
  const shown =
    letters.length > MAX_QUOTED ? `${letters.slice(0, MAX_QUOTED - 1).join("")}…` : line;
  return `\`${shown}\``;
}

/** The sign at `index`, as a sentence may begin with it. */
export function namedSign(text: string, index: number): string {
  const sign = String.fromCodePoint(text.codePointAt(index) ?? 0xfffd);
  if (sign === "`") return "A backtick";
  return /[\p{C}\p{Z}]/u.test(sign) ? "A character that cannot be seen" : quoted(sign);
}
