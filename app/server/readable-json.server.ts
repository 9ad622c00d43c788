/** What a text of JSON holds, of a cell or a file that a hand may have edited; null where it is none. */
export function readableJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
