/** What somebody types into a search. */
import { oneLine } from "./one-line";

const longest = 100;

interface SearchWords {
  readonly words: string;
  /** There were more, and they were not looked for. */
  readonly cut: boolean;
}

/** The words to look for; a text that is too long is cut, and says so. */
export function searchWords(typed: string | null | undefined): SearchWords {
  const words = oneLine(typed ?? "");
  // A letter of two code units is not cut in half.
  const first = words.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
  return { words: first, cut: words.length > longest };
}

export const searchWasCut = `That is more than a search takes. These are its first ${longest} characters, and what was found by them.`;

function capitalised(words: string): string {
  return words.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** The words in the cases that names are written in: SQLite's LIKE folds the 26 English letters only. */
export function inEveryCase(words: string): string[] {
  if (/^\p{ASCII}*$/u.test(words)) return [words];
  const lower = words.toLowerCase();
  return [...new Set([words, lower, words.toUpperCase(), capitalised(lower)])];
}
