/**
 * Conditions: `or` binds loosest, then `and`, then `not`; comparisons have a variable on the left and
 * a value on the right; a boolean variable alone is a condition. Checked against the declarations.
 */
import type { Comparison, Condition, Variable } from "~/core/scenario/definition";
import { foreignSigns, type ExpressionProblem, type Token } from "./expression-tokens";
import { literalFor } from "./literal";
import { quoted, suggestName } from "./suggestion";

const comparisons: readonly string[] = ["=", "!=", "<", "<=", ">", ">="];
const joining = new Set(["and", "or", "not"]);
const MAX_DEPTH = 20;

/** What stopped the parser. */
export class Stop extends Error {
  constructor(readonly problem: ExpressionProblem) {
    super(problem.message);
  }
}

type Span = readonly [from: number, to: number];

const isComparison = (text: string): text is Comparison => comparisons.includes(text);

class ConditionParser {
  readonly spans = new Map<Condition, Span>();
  #next = 0;
  /** What was compared before, which an author may not have repeated. */
  #compared: Variable | null = null;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly variables: ReadonlyMap<string, Variable>,
  ) {}

  private stop(
    rule: ExpressionProblem["rule"],
    at: Token | undefined,
    message: string,
    fix: string | null,
  ): never {
    throw new Stop({ rule, index: at?.index ?? this.text.length, message, fix });
  }

  private peek(): Token | undefined {
    return this.tokens[this.#next];
  }

  /** The part that was read from the token number `first` on up to here. */
  private read<Part extends Condition>(first: number, part: Part): Part {
    const last = this.tokens[this.#next - 1];
    const from = this.tokens[first]?.index ?? 0;
    this.spans.set(part, [from, last ? last.index + last.text.length : from]);
    return part;
  }

  private take(text: string): boolean {
    if (this.peek()?.text !== text) return false;
    this.#next += 1;
    return true;
  }

  whole(): Condition {
    const condition = this.either(0);
    const rest = this.peek();
    if (!rest) return condition;
    this.refuseCapitals(rest);
    const meant = foreignSigns.get(rest.text);
    if (rest.text === ")")
      this.stop(
        "condition/syntax",
        rest,
        "This bracket closes nothing.",
        "Take it out, or open one before it.",
      );
    if (meant !== undefined)
      this.stop(
        "condition/syntax",
        rest,
        `${quoted(rest.text)} is not written here.`,
        `Write ${meant}.`,
      );
    this.stop(
      "condition/syntax",
      rest,
      `Before ${quoted(rest.text)} something is missing.`,
      "Join two conditions with and or with or.",
    );
  }

  private refuseCapitals(token: Token): void {
    const small = token.text.toLowerCase();
    if (joining.has(token.text) || !joining.has(small) || this.variables.has(token.text)) return;
    this.stop(
      "condition/syntax",
      token,
      `${quoted(token.text)} is written in small letters.`,
      `Write ${small}.`,
    );
  }

  private either(depth: number): Condition {
    const begun = this.#next;
    const any = [this.both(depth)];
    while (this.take("or")) any.push(this.both(depth));
    const [first] = any;
    return any.length === 1 && first ? first : this.read(begun, { kind: "or", any });
  }

  private both(depth: number): Condition {
    const begun = this.#next;
    const all = [this.single(depth)];
    while (this.take("and")) all.push(this.single(depth));
    const [first] = all;
    return all.length === 1 && first ? first : this.read(begun, { kind: "and", all });
  }

  private single(depth: number): Condition {
    const token = this.peek();
    if (depth > MAX_DEPTH)
      this.stop(
        "condition/syntax",
        token,
        "Brackets stand inside each other too deep.",
        "Use a variable for part of it.",
      );
    const begun = this.#next;
    if (this.take("not"))
      return this.read(begun, { kind: "not", condition: this.single(depth + 1) });
    if (this.take("(")) {
      const inner = this.either(depth + 1);
      if (!this.take(")"))
        this.stop(
          "condition/syntax",
          token,
          "This bracket is never closed.",
          "Add a ) where it ends.",
        );
      return inner;
    }
    return this.comparison(token);
  }

  private comparison(token: Token | undefined): Condition {
    if (!token)
      this.stop(
        "condition/syntax",
        token,
        "The condition breaks off.",
        "Write a comparison, as in patience > 2.",
      );
    const meant = foreignSigns.get(token.text);
    if (meant !== undefined)
      this.stop(
        "condition/syntax",
        token,
        `${quoted(token.text)} is not written here.`,
        `Write ${meant}.`,
      );
    this.refuseCapitals(token);
    const again = this.#compared;
    if (again && !this.variables.has(token.text) && literalFor(again, token, false).ok)
      this.stop(
        "condition/syntax",
        token,
        `Here stands only the value ${quoted(token.text)}: each comparison names its variable.`,
        `Write it as in ${again.name} = ${token.text}.`,
      );
    if (token.kind === "number")
      this.stop(
        "condition/syntax",
        token,
        "A comparison begins with the variable.",
        "Write the variable first, as in patience > 2.",
      );
    if (token.kind !== "word" || joining.has(token.text)) {
      this.stop(
        "condition/syntax",
        token,
        `Before ${quoted(token.text)} a comparison is missing.`,
        "Write one, as in patience > 2.",
      );
    }
    const variable = this.variables.get(token.text);
    if (!variable) {
      this.stop(
        "variable/unknown",
        token,
        `No variable is called ${quoted(token.text)}.`,
        suggestName(token.text, this.variables.keys(), "variables"),
      );
    }
    const begun = this.#next;
    this.#next += 1;
    return this.read(begun, this.compared(variable, token));
  }

  private compared(variable: Variable, name: Token): Condition {
    const sign = this.peek();
    const meant = sign && foreignSigns.get(sign.text);
    if (sign && meant !== undefined && isComparison(meant)) {
      this.stop(
        "condition/syntax",
        sign,
        `${quoted(sign.text)} is not written here.`,
        `Write ${meant}.`,
      );
    }
    if (!sign || !isComparison(sign.text)) {
      if (variable.type === "boolean")
        return { kind: "compare", variable: variable.name, comparison: "=", value: true };
      this.stop(
        "condition/type",
        name,
        `\`${variable.name}\` alone is not a condition: it is not true or false.`,
        `Compare it, as in ${variable.name} = ${String(variable.start)}.`,
      );
    }
    this.#next += 1;
    if (variable.type !== "integer" && sign.text !== "=" && sign.text !== "!=") {
      this.stop(
        "condition/type",
        sign,
        `\`${variable.name}\` is not a number, so it is neither more nor less than something.`,
        "Use = or !=.",
      );
    }
    const negative = this.take("-");
    const value = this.peek();
    if (!value || value.kind === "sign")
      this.stop(
        "condition/syntax",
        value,
        `After ${sign.text} a value is missing.`,
        `Write one, as in ${variable.name} ${sign.text} ${String(variable.start)}.`,
      );
    this.#next += 1;
    const literal = literalFor(variable, value, negative);
    if (!literal.ok)
      this.stop(
        literal.isType ? "condition/type" : "condition/value",
        value,
        literal.message,
        literal.fix,
      );
    this.#compared = variable;
    return {
      kind: "compare",
      variable: variable.name,
      comparison: sign.text,
      value: literal.value,
    };
  }
}

export interface ParsedTokens {
  readonly condition: Condition;
  /** Where each part of it begins in the text, and where it ends. */
  readonly spans: ReadonlyMap<Condition, Span>;
}

/** Throws `Stop` at the first token that cannot stand where it does. */
export function parseTokens(
  text: string,
  tokens: readonly Token[],
  variables: ReadonlyMap<string, Variable>,
): ParsedTokens {
  const parser = new ConditionParser(text, tokens, variables);
  return { condition: parser.whole(), spans: parser.spans };
}
