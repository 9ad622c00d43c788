/**
 * Words that no line should part after their one letter, such as "e-mail" or "x-ray". A sign that
 * forbids the break would be found by no search and would be copied along, so whatever shows a
 * text holds them together itself.
 */
const oneLetterFirst = /(\b[a-z]-[a-z]+)/i;

/** The class of a span that no line parts. */
export const wholeWordClass = "whitespace-nowrap";

/** The text in pieces, in their order: the second, the fourth and so on is such a word. */
export function aroundWholeWords(text: string): readonly string[] {
  return text.split(oneLetterFirst);
}
