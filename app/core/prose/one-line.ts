/** What nobody sees and no name needs: zero-width marks, soft hyphens, bidirectional overrides. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** The text as one line with single spaces and nothing invisible, as a name or a cell should be. */
export function oneLine(text: string): string {
  return text
    .replace(unseen, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
