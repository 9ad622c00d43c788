/** Brackets and quotation marks of facts, read as YAML reads them: what is opened, and whether it closes. */

export interface OpenSign {
  readonly at: number;
  readonly sign: string;
}

export interface SignsRead {
  /** What nothing closes, the innermost last. */
  readonly open: readonly OpenSign[];
  /** The first bracket that closes none, or another one than the innermost that is open. */
  readonly strayAt: number | null;
  /** Behind the sign that closes the first one; where nothing does, how far it was read. */
  readonly end: number;
}

export const closingSign: Readonly<Record<string, string>> = {
  "[": "]",
  "{": "}",
  '"': '"',
  "'": "'",
};

const quotedText: Readonly<Record<string, RegExp>> = {
  '"': /"(?:[^"\\]|\\[^])*"/y,
  "'": /'(?:[^']|'')*'/y,
};

/** Reads from a bracket or quotation mark at `from` to where it closes, no further than `until`. */
export function readSigns(yaml: string, from: number, until: number): SignsRead {
  const text = yaml.slice(0, until);
  const open: OpenSign[] = [];
  let strayAt: number | null = null;
  for (let at = from; at < until; at += 1) {
    const sign = text[at] ?? "";
    const before = at === from ? " " : (text[at - 1] ?? "");
    const quote = /[\s,[{:]/.test(before) ? quotedText[sign] : undefined;
    if (quote) {
      quote.lastIndex = at;
      if (!quote.test(text)) return { open: [...open, { at, sign }], strayAt, end: until };
      at = quote.lastIndex - 1;
    } else if (sign === "#" && /\s/.test(before)) {
      const end = text.indexOf("\n", at);
      at = end === -1 ? until : end;
    } else if (sign === "[" || sign === "{") open.push({ at, sign });
    else if (sign === closingSign[open.at(-1)?.sign ?? ""]) open.pop();
    else if (sign === "]" || sign === "}") strayAt ??= at;
    if (open.length === 0) return { open, strayAt, end: at + 1 };
  }
  return { open, strayAt, end: until };
}
