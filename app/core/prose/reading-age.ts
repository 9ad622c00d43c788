/**
 * How old a reader has to be to read a text with ease, by two formulas that disagree usefully.
 *
 * FORCAST counts words of one syllable and no sentences: 20 − N/10 for N in 150 words. It was made
 * for what grown people read at work, where half of a text is labels, lists and things said, and
 * not sentences (Caylor, Sticht, Fox and Ford, Methodologies for determining reading requirements
 * of military occupational specialties, HumRRO Technical Report 73-5, 1973). It judges the words.
 *
 * Flesch-Kincaid also counts words to a sentence: 0.39 × words/sentences + 11.8 × syllables/words
 * − 15.59 (Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75, Naval Technical
 * Training Command, 1975). What is said aloud comes in short sentences, so it lies far lower; it is
 * kept as the ceiling that finds a long-winded lesson.
 *
 * Both give a school grade of the United States; an age is the grade and five years.
 */
import { syllablesIn } from "./syllables";

interface ReadingAge {
  readonly words: number;
  readonly sentences: number;
  /** In years, by FORCAST: the figure that the aim of 12 to 14 is held against. */
  readonly forcast: number;
  /** In years, by Flesch-Kincaid. */
  readonly fleschKincaid: number;
}

const AGE_OF_FIRST_GRADE = 5;

/** Most words come again, in this text and in the next. */
const counted = new Map<string, number>();

function syllablesOnce(word: string): number {
  const known = counted.get(word) ?? syllablesIn(word);
  counted.set(word, known);
  return known;
}

export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** A sentence ends at its mark, and at the end of what it was written in: a line, a heading, an item. */
export function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!?…]["”’*)]*)\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** `passages` are paragraphs, items or lines, each by itself. All figures are 0 where there is no word. */
export function readingAge(passages: readonly string[]): ReadingAge {
  const words = passages.flatMap(wordsIn);
  const sentences = passages.flatMap(sentencesIn).length;
  if (words.length === 0) return { words: 0, sentences: 0, forcast: 0, fleschKincaid: 0 };
  const syllables = words.map(syllablesOnce);
  const total = syllables.reduce((sum, count) => sum + count, 0);
  const short = syllables.filter((count) => count === 1).length;
  return {
    words: words.length,
    sentences,
    forcast: 20 - 15 * (short / words.length) + AGE_OF_FIRST_GRADE,
    fleschKincaid:
      0.39 * (words.length / sentences) +
      11.8 * (total / words.length) -
      15.59 +
      AGE_OF_FIRST_GRADE,
  };
}
