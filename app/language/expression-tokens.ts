/** The words and signs of a condition or an effect, with their places in it. */

export type Token =
  | { readonly kind: "word"; readonly text: string; readonly index: number }
  | { readonly kind: "number"; readonly text: string; readonly index: number }
  | { readonly kind: "sign"; readonly text: string; readonly index: number };

/** Something wrong in an expression: where in it, in one sentence, with what to do. */
export interface ExpressionProblem {
  readonly rule:
    | "condition/syntax"
    | "condition/type"
    | "condition/value"
    | "effect/syntax"
    | "effect/type"
    | "variable/unknown";
  readonly index: number;
  readonly message: string;
  readonly fix: string | null;
}

const tokenForm =
  /([A-Za-z][A-Za-z0-9_-]*)|([0-9]+(?![A-Za-z0-9_]))|(&&|\|\||==|=>|=<|<>|!=|<=|>=|\+=|-=|\+\+|--|[=<>()!;+\-≤≥≠])/y;

/** Splits an expression; `null` in place of the tokens where a character has no meaning in it. */
export function tokensOf(
  text: string,
): { readonly tokens: readonly Token[] } | { readonly strayAt: number } {
  const tokens: Token[] = [];
  let index = 0;
  while (index < text.length) {
    if (/\s/.test(text[index] ?? "")) {
      index += 1;
      continue;
    }
    tokenForm.lastIndex = index;
    const found = tokenForm.exec(text);
    if (!found) return { strayAt: index };
    const kind = found[1] !== undefined ? "word" : found[2] !== undefined ? "number" : "sign";
    tokens.push({ kind, text: found[0], index });
    index += found[0].length;
  }
  return { tokens };
}

/** What authors write from other languages, and what it is here. */
export const foreignSigns: ReadonlyMap<string, string> = new Map([
  ["&&", "and"],
  ["||", "or"],
  ["!", "not"],
  ["==", "="],
  ["=>", ">="],
  ["=<", "<="],
  ["<>", "!="],
  ["≤", "<="],
  ["≥", ">="],
  ["≠", "!="],
  ["++", "+= 1"],
  ["--", "-= 1"],
]);
