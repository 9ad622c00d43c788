/**
 * Typed replies against a rubric of phrases. A phrase is words in their order; `a/b` is either of
 * them; `...` stands for up to five words between. The same words always match the same row.
 */
import type { Reply, ReplyRow } from "./definition";

const GAP = "...";
const MAX_GAP = 5;
/** More than anyone says in one breath; the rest is not looked at. */
const MAX_WORDS = 400;

/** Words alone: small letters, without accents, apostrophes and signs. */
export function wordsOfReply(text: string): readonly string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/['’ʼ]/g, "");
  return (plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS);
}

/** The alternatives at each place of a phrase; null is a gap. */
export function phraseParts(phrase: string): readonly (readonly string[] | null)[] {
  return phrase
    .replace(/…/g, GAP)
    .replaceAll(GAP, ` ${GAP} `)
    .trim()
    .split(/\s+/)
    .map((part) => (part === GAP ? null : part.split("/").flatMap((word) => wordsOfReply(word))));
}

type Parts = ReturnType<typeof phraseParts>;

function matchesFrom(words: readonly string[], at: number, parts: Parts, part: number): boolean {
  const wanted = parts[part];
  if (wanted === undefined) return true;
  if (wanted !== null) {
    const word = words[at];
    return (
      word !== undefined && wanted.includes(word) && matchesFrom(words, at + 1, parts, part + 1)
    );
  }
  for (let skipped = 0; skipped <= MAX_GAP; skipped += 1) {
    if (matchesFrom(words, at + skipped, parts, part + 1)) return true;
  }
  return false;
}

export function phraseMatches(phrase: string, words: readonly string[]): boolean {
  const parts = phraseParts(phrase);
  return words.some((_, at) => matchesFrom(words, at, parts, 0));
}

/** A row and the phrase that it was matched by; null for the fallback. */
export interface ReplyMatch {
  readonly row: ReplyRow;
  readonly phrase: string | null;
}

function rowMatch(row: ReplyRow, words: readonly string[]): ReplyMatch | null {
  if (row.phrases.length === 0) return { row, phrase: null };
  if (row.unless.some((phrase) => phraseMatches(phrase, words))) return null;
  const phrase = row.phrases.find((candidate) => phraseMatches(candidate, words));
  return phrase === undefined ? null : { row, phrase };
}

/** The first row that fits, among those that `isOpen` lets through. */
export function matchReply(
  reply: Reply,
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
  const parts = phraseParts(phrase);
  const fill = (gap: string) =>
    parts.map((part) => (part === null ? gap : (part[0] ?? ""))).join(" ");
  return [fill(""), fill("zz ".repeat(MAX_GAP))];
}
