/** Collects what is wrong with one file, in the order of its lines. */
import { diagnosticRules, type RuleId } from "~/core/diagnostic-rules";
import type { Diagnostic, Position } from "~/core/diagnostic";

/** Beyond so many, more of them help nobody. */
const MAX_DIAGNOSTICS = 200;

export class Reporter {
  readonly #file: string;
  readonly #found = new Map<string, Diagnostic>();
  #errors = 0;

  constructor(file: string) {
    this.#file = file;
  }

  report(rule: RuleId, at: Position, message: string, fix: string | null = null): void {
    const { severity } = diagnosticRules[rule];
    const { line, column } = at;
    if (severity === "error") this.#errors += 1;
    if (this.#found.size >= MAX_DIAGNOSTICS) return;
    this.#found.set(`${line}:${column}:${rule}:${message}`, {
      file: this.#file,
      line,
      column,
      rule,
      severity,
      message,
      fix,
    });
  }

  /** Whether an error was found from one place up to another. */
  hasErrorsBetween(start: Position, end: Position): boolean {
    const isBefore = (one: Position, other: Position) =>
      one.line < other.line || (one.line === other.line && one.column < other.column);
    return [...this.#found.values()].some(
      (found) => found.severity === "error" && !isBefore(found, start) && isBefore(found, end),
    );
  }

  /** Whether a line has met the rule already. */
  hasOn(line: number, rule: RuleId): boolean {
    return [...this.#found.values()].some((found) => found.line === line && found.rule === rule);
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#found.values()].sort(
      (left, right) => left.line - right.line || left.column - right.column,
    );
  }
}

/** What reading a file gives: null where an error stands in the way. */
export interface Parsed<Definition> {
  readonly definition: Definition | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs a parser so that no input whatever makes it throw: what we did not foresee is an error at the top. */
export function parseSafely<Definition>(
  file: string,
  parse: (reporter: Reporter) => Definition | null,
): Parsed<Definition> {
  const reporter = new Reporter(file);
  let definition: Definition | null = null;
  try {
    definition = parse(reporter);
  } catch (problem) {
    const deep = problem instanceof RangeError;
    reporter.report(
      deep ? "mdx/too-deep" : "mdx/syntax",
      { line: 1, column: 1 },
      deep
        ? "Something in this file is nested so deep that it cannot be read."
        : "Something in this file cannot be read.",
      "Take out the last thing you changed, and put it back piece by piece.",
    );
  }
  return {
    definition: reporter.hasErrors ? null : definition,
    diagnostics: reporter.diagnostics,
  };
}
