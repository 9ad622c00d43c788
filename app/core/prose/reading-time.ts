/**
 * How long reading takes. Grown people read English prose in silence at 238 words a minute on
 * average, most of them between 175 and 300 (Brysbaert, How many words do we read per minute?,
 * Journal of Memory and Language 109, 2019). We reckon with a slower reader, on a phone or in a
 * second language, so that nobody is told a time that they cannot keep.
 */
import { wordsIn } from "./reading-age";

export const WORDS_A_MINUTE = 200;

export function secondsToRead(passages: readonly string[]): number {
  const words = passages.reduce((sum, passage) => sum + wordsIn(passage).length, 0);
  return (words / WORDS_A_MINUTE) * 60;
}
