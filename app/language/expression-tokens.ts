/** The words and signs of a condition or an effect, with their places in it. */
import { nameForm } from "./name-form";
import { namedSign, quoted, typeAgain } from "./suggestion";

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

interface StrayPart {
  readonly index: number;
  readonly message: string;
  /** Null where only the form of the whole can be shown. */
  readonly fix: string | null;
}

const number = /[0-9]+(?![A-Za-z0-9_])/;
const sign = /&&|\|\||==|=>|=<|<>|!=|<=|>=|\+=|-=|\+\+|--|[=<>()!;+\-≤≥≠]/;
const tokenForm = new RegExp(`(${nameForm})|(${number.source})|(${sign.source})`, "y");

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

const numberLike = /\d\w*(?:[.,]\w+)*/g;

/** What cannot be read at `index`: a number of another kind as a whole, else a sign. */
export function strayIn(text: string, index: number, where: string): StrayPart {
  const number = [...text.matchAll(numberLike)].find(
    (found) => found.index <= index && index < found.index + found[0].length,
  );
  if (number && !/^\d+$/.test(number[0])) {
    return {
      index: number.index,
      message: `${quoted(number[0])} is no whole number.`,
      fix: "Numbers here are written in digits alone, as in 2 or -1.",
    };
  }
  const sign = String.fromCodePoint(text.codePointAt(index) ?? 0);
  return {
    index,
    message: `${namedSign(text, index)} has no meaning in ${where}.`,
    fix: /['"“”„‘’«»]/.test(sign) ? "Values stand here without quotation marks." : typeAgain(sign),
  };
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
