/** The values that stand in conditions and effects, checked against a variable's declaration. */
import type { Value, Variable } from "~/core/scenario/definition";
import type { Token } from "./expression-tokens";
import { quoted, suggestName } from "./suggestion";

export type Literal =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly isType: boolean;
      readonly message: string;
      readonly fix: string;
    };

function kindOf(variable: Variable): string {
  if (variable.type === "integer") return `a whole number from ${variable.min} to ${variable.max}`;
  if (variable.type === "boolean") return "true or false";
  return `one of ${variable.values.join(", ")}`;
}

/** Reads `token` (with `negative` where a minus stood before it) as a value of `variable`. */
export function literalFor(variable: Variable, token: Token, negative: boolean): Literal {
  const written = quoted(`${negative ? "-" : ""}${token.text}`);
  const wrong = (isType: boolean, message: string, fix: string): Literal => ({
    ok: false,
    isType,
    message,
    fix,
  });
  if (variable.type === "integer") {
    if (token.kind !== "number") {
      return wrong(
        true,
        `\`${variable.name}\` is a number, and ${written} is not.`,
        `Write ${kindOf(variable)}.`,
      );
    }
    const value = Number(token.text) * (negative ? -1 : 1);
    if (value >= variable.min && value <= variable.max) return { ok: true, value };
    return wrong(
      false,
      `\`${variable.name}\` is never ${written}: it goes from ${variable.min} to ${variable.max}.`,
      `Write ${kindOf(variable)}, or widen its bounds.`,
    );
  }
  if (variable.type === "boolean") {
    if (token.text === "true" || token.text === "false")
      return { ok: true, value: token.text === "true" };
    return wrong(
      true,
      `\`${variable.name}\` is true or false, and ${written} is neither.`,
      "Write true or false.",
    );
  }
  if (!negative && variable.values.includes(token.text)) return { ok: true, value: token.text };
  return wrong(
    token.kind === "number",
    `\`${variable.name}\` is never ${written}.`,
    suggestName(token.text, variable.values, `values of \`${variable.name}\``),
  );
}
