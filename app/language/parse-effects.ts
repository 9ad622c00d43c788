/** Effects: `name = value`, `name += n`, `name -= n`, with semicolons between them. */
import type { Effect, Variable } from "~/core/scenario/definition";
import type { Position } from "~/core/diagnostic";
import {
  foreignSigns,
  strayIn,
  tokensOf,
  type ExpressionProblem,
  type Token,
} from "./expression-tokens";
import { literalFor } from "./literal";
import { quoted, suggestName } from "./suggestion";

export interface ParsedEffects {
  readonly effects: readonly Effect[];
  readonly problems: readonly ExpressionProblem[];
}

type One = { readonly effect: Effect } | { readonly problem: ExpressionProblem };

function problem(
  rule: ExpressionProblem["rule"],
  index: number,
  message: string,
  fix: string,
): One {
  return { problem: { rule, index, message, fix } };
}

function parseOne(
  tokens: readonly Token[],
  end: number,
  variables: ReadonlyMap<string, Variable>,
  placeOf: (index: number) => Position,
): One {
  const [name, sign, ...rest] = tokens;
  if (name?.kind !== "word") {
    return problem(
      "effect/syntax",
      name?.index ?? end,
      "An effect begins with the name of a variable.",
      "Write it as in patience -= 1.",
    );
  }
  const variable = variables.get(name.text);
  if (!variable) {
    return problem(
      "variable/unknown",
      name.index,
      `No variable is called ${quoted(name.text)}.`,
      suggestName(name.text, variables.keys(), "variables"),
    );
  }
  const meant = sign && foreignSigns.get(sign.text);
  const isStep = sign?.text === "+" || sign?.text === "-";
  const isTurned = sign?.text === "=" && rest[0]?.text === "+" && rest[1]?.kind === "number";
  if (!sign || isTurned || !["=", "+=", "-="].includes(sign.text)) {
    const step = isTurned
      ? `+= ${rest[1]?.text ?? ""}`
      : `${sign?.text ?? ""}= ${rest[0]?.text ?? "1"}`;
    return problem(
      "effect/syntax",
      sign?.index ?? end,
      `After \`${name.text}\` should come =, += or -=.`,
      isStep || isTurned
        ? `Write ${name.text} ${step}.`
        : meant === undefined
          ? `Write it as in ${name.text} -= 1.`
          : `Write ${meant}.`,
    );
  }
  const negative = rest[0]?.text === "-";
  const value = negative ? rest[1] : rest[0];
  const after = rest[negative ? 2 : 1];
  if (!value || value.kind === "sign") {
    return problem(
      "effect/syntax",
      value?.index ?? end,
      `After ${sign.text} a value is missing.`,
      `Write it as in ${name.text} ${sign.text} ${sign.text === "=" ? String(variable.start) : "1"}.`,
    );
  }
  if (after && value.text === variable.name && (after.text === "-" || after.text === "+")) {
    return problem(
      "effect/syntax",
      value.index,
      `After = stands a value, and nothing is reckoned there.`,
      `Write it as in ${variable.name} ${after.text}= ${rest[2]?.kind === "number" ? rest[2].text : "1"}.`,
    );
  }
  if (after) {
    return problem(
      "effect/syntax",
      after.index,
      `${quoted(after.text)} is one thing too many.`,
      "Put a semicolon between two effects.",
    );
  }
  const at = placeOf(name.index);
  if (sign.text === "=") {
    const literal = literalFor(variable, value, negative);
    return literal.ok
      ? { effect: { kind: "set", variable: variable.name, value: literal.value, at } }
      : problem("effect/type", value.index, literal.message, literal.fix);
  }
  if (variable.type !== "integer" || value.kind !== "number") {
    return problem(
      "effect/type",
      sign.index,
      variable.type === "integer"
        ? `${quoted(value.text)} is not a number.`
        : `\`${variable.name}\` is not a number, so nothing can be added to it.`,
      `Write ${variable.name} = …, or add a whole number to a number.`,
    );
  }
  const amount = Number(value.text) * (negative ? -1 : 1) * (sign.text === "-=" ? -1 : 1);
  // A step beyond the bounds stops there: `patience -= 10` takes all that is left.
  if (!Number.isSafeInteger(amount)) {
    return problem(
      "effect/type",
      value.index,
      `\`${variable.name}\` goes from ${variable.min} to ${variable.max}: no step is so big.`,
      "Take a smaller number.",
    );
  }
  return { effect: { kind: "add", variable: variable.name, amount, at } };
}

export function parseEffects(
  text: string,
  variables: ReadonlyMap<string, Variable>,
  placeOf: (index: number) => Position,
): ParsedEffects {
  const lexed = tokensOf(text);
  if ("strayAt" in lexed) {
    const { index, message, fix } = strayIn(text, lexed.strayAt, "an effect");
    return {
      effects: [],
      problems: [
        {
          rule: "effect/syntax",
          index,
          message,
          fix: fix ?? "Write effects as in patience -= 1; promised = true.",
        },
      ],
    };
  }
  const effects: Effect[] = [];
  const problems: ExpressionProblem[] = [];
  let current: Token[] = [];
  const close = (end: number) => {
    if (current.length > 0) {
      const one = parseOne(current, end, variables, placeOf);
      if ("effect" in one) effects.push(one.effect);
      else problems.push(one.problem);
    }
    current = [];
  };
  for (const token of lexed.tokens) {
    if (token.text === ";") close(token.index);
    else current.push(token);
  }
  close(text.length);
  if (effects.length + problems.length === 0) {
    problems.push({
      rule: "effect/syntax",
      index: 0,
      message: "There is no effect here.",
      fix: "Write one, as in patience -= 1, or take the attribute out.",
    });
  }
  return { effects, problems };
}
