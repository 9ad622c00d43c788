/**
 * Typed replies against a rubric of phrases. A phrase is words in their order; `a/b` is either of
 * them; `...` stands for up to five words between. The same words always match the same row.
 */
import type { ReplyRow } from "./definition";

const GAP = "...";
export const MAX_GAP = 5;
/** More than anyone says in one breath; the rest is not looked at. */
const MAX_WORDS = 400;
/** As many as five places where a word of two parts stands beside another. */
const MAX_WAYS = 32;

/** What keyboards put where an apostrophe belongs. */
const apostrophes = /['‘’ʼ′＇`´]/g;

/**
 * Words alone: without capitals, accents, apostrophes, signs and what nobody sees, as a hyphen that shows only at the end
 * of a line. To small letters, to capitals and back, so that what has no small letter of its own, as ß in STRASSE or ı
 * in ISIK, is the same either way.
 */
export function wordsOfReply(text: string): readonly string[] {
  const plain = text
    .replace(apostrophes, "")
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\u02BC]+/gu, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    // The one small letter that depends on what follows it.
    .replaceAll("ς", "σ");
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS);
}

/** Place by place the words of which one stands there; null is a gap. */
export type Places = readonly (readonly string[] | null)[];

/** What may stand at one place of a phrase: single words together, and each of several words, as e-mail, for itself. */
function optionsAt(part: string): readonly Places[] {
  if (part === GAP) return [[null]];
  const alternatives = part.split("/").map(wordsOfReply);
  const single = alternatives.filter(({ length }) => length === 1).flat();
  const several = alternatives.filter(({ length }) => length > 1);
  return [
    ...(single.length > 0 || several.length === 0 ? [[single]] : []),
    ...several.map((words) => words.map((word) => [word])),
  ];
}

/** The ways in which a phrase can be said; none where there are too many. */
export function waysToSay(phrase: string): readonly Places[] {
  const options = phrase
    .replace(/…/g, GAP)
    .replaceAll(GAP, ` ${GAP} `)
    .trim()
    .split(/\s+/)
    .map(optionsAt);
  const count = options.reduce((product, { length }) => product * length, 1);
  if (count > MAX_WAYS) return [];
  return options.reduce<readonly Places[]>(
    (ways, own) => ways.flatMap((way) => own.map((option) => [...way, ...option])),
    [[]],
  );
}

/** From each place in the words that was reached so far to those after one more place of the phrase. */
function isSaid(places: Places, words: readonly string[]): boolean {
  let reached: ReadonlySet<number> = new Set(words.keys());
  for (const wanted of places) {
    const next = new Set<number>();
    for (const at of reached) {
      if (wanted === null) for (let skip = 0; skip <= MAX_GAP; skip += 1) next.add(at + skip);
      else if (wanted.includes(words[at] ?? "")) next.add(at + 1);
    }
    reached = next;
  }
  return reached.size > 0;
}

interface Phrase {
  readonly phrase: string;
  readonly ways: readonly Places[];
}

const readPhrases = (phrases: readonly string[]): readonly Phrase[] =>
  phrases.map((phrase) => ({ phrase, ways: waysToSay(phrase) }));

const known = new WeakMap<
  ReplyRow,
  { readonly phrases: readonly Phrase[]; readonly unless: readonly Phrase[] }
>();

/** A row's phrases are read once, however often somebody answers. */
function rubricOf(row: ReplyRow) {
  const found = known.get(row);
  if (found !== undefined) return found;
  const rubric = { phrases: readPhrases(row.phrases), unless: readPhrases(row.unless) };
  known.set(row, rubric);
  return rubric;
}

/** A row and the phrase that it was matched by; null for the fallback. */
interface ReplyMatch {
  readonly row: ReplyRow;
  readonly phrase: string | null;
}

function rowMatch(row: ReplyRow, words: readonly string[]): ReplyMatch | null {
  const { phrases, unless } = rubricOf(row);
  if (phrases.length === 0) return { row, phrase: null };
  const fits = ({ ways }: Phrase) => ways.some((places) => isSaid(places, words));
  if (unless.some(fits)) return null;
  const found = phrases.find(fits);
  return found === undefined ? null : { row, phrase: found.phrase };
}

/** The first row that fits, among those that `isOpen` lets through. */
export function matchReply(
  reply: { readonly rows: readonly ReplyRow[] },
  text: string,
  isOpen: (row: ReplyRow) => boolean,
): ReplyMatch | null {
  const words = wordsOfReply(text);
  for (const row of reply.rows) {
    const match = isOpen(row) ? rowMatch(row, words) : null;
    if (match) return match;
  }
  return null;
}

/** A sentence that a phrase matches, with as little and with as much in its gaps as may be. */
export function sentencesFor(phrase: string): readonly string[] {
  const [places = []] = waysToSay(phrase);
  const fill = (gap: string) =>
    places.map((words) => (words === null ? gap : (words[0] ?? ""))).join(" ");
  return [fill(""), fill("zz ".repeat(MAX_GAP))];
}
