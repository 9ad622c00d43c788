/** A condition as it was written, to a guard that knows where each of its parts stands. */
import type { Position } from "~/core/diagnostic";
import type { Guard, Variable } from "~/core/scenario/definition";
import { partsWithin } from "~/core/scenario/verification/expression-parts";
import { parseTokens, Stop, type ParsedTokens } from "./condition-parser";
import { strayIn, tokensOf, type ExpressionProblem } from "./expression-tokens";

const MAX_TOKENS = 200;

export type ParsedCondition = { readonly guard: Guard } | { readonly problem: ExpressionProblem };

const onOneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function guardFrom(
  { condition, spans }: ParsedTokens,
  text: string,
  placeOf: (index: number) => Position,
): Guard {
  const parts = partsWithin(condition).map((part) => {
    const [from, to] = spans.get(part) ?? [0, text.length];
    return { text: onOneLine(text.slice(from, to)), at: placeOf(from) };
  });
  const guard: Guard = { condition, text: onOneLine(text), at: placeOf(0) };
  return parts.length > 0 ? { ...guard, parts } : guard;
}

/** `placeOf` says where in the file the letter at an index of `text` stands. */
export function parseCondition(
  text: string,
  variables: ReadonlyMap<string, Variable>,
  placeOf: (index: number) => Position,
): ParsedCondition {
  const lexed = tokensOf(text);
  const syntax = (index: number, message: string, fix: string): ParsedCondition => ({
    problem: { rule: "condition/syntax", index, message, fix },
  });
  if ("strayAt" in lexed) {
    const { index, message, fix } = strayIn(text, lexed.strayAt, "a condition");
    return syntax(
      index,
      message,
      fix ?? "Use names, numbers, = != < <= > >=, and, or, not, and brackets.",
    );
  }
  if (lexed.tokens.length === 0)
    return syntax(
      0,
      "The condition is empty.",
      "Write one, as in patience > 2, or take the attribute out.",
    );
  if (lexed.tokens.length > MAX_TOKENS)
    return syntax(
      0,
      "The condition is too long to be understood.",
      "Use a variable for part of it.",
    );
  try {
    return { guard: guardFrom(parseTokens(text, lexed.tokens, variables), text, placeOf) };
  } catch (problem) {
    if (problem instanceof Stop) return { problem: problem.problem };
    throw problem;
  }
}
