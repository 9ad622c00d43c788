/**
 * Names that are used and not declared, gathered so that one mistyped name is one sentence, however
 * often it is used: where it stands first, or, where a declaration was mistyped, there.
 */
import type { RuleId } from "~/core/diagnostic-rules";
import type { Position } from "~/core/diagnostic";
import type { Reporter } from "./reporter";
import { nearestName, quoted } from "./suggestion";

interface Problem {
  readonly rule: RuleId;
  readonly at: Position;
  readonly message: string;
  readonly fix: string;
}

interface Unknown {
  readonly kind: string;
  readonly name: string;
  readonly first: Problem;
  readonly lines: number[];
}

export interface Declarations {
  /** As in "member of the cast". */
  readonly what: string;
  readonly declared: readonly { readonly name: string; readonly at: Position }[];
  /** Declarations that are wrong themselves: as many unknown names are not blamed as well. */
  readonly unusable: number;
}

const MAX_LINES = 8;

function placesOf(lines: readonly number[]): string {
  const listed = [...new Set(lines)];
  const shown = listed.slice(0, MAX_LINES).join(", ");
  return `line${listed.length === 1 ? "" : "s"} ${shown}${listed.length > MAX_LINES ? ", …" : ""}`;
}

export class UnknownNames {
  readonly #unknown = new Map<string, Unknown>();
  readonly #used = new Set<string>();

  /** A declared name was used. */
  use(kind: string, name: string): void {
    this.#used.add(`${kind} ${name}`);
  }

  add(kind: string, name: string, problem: Problem): void {
    const key = `${kind} ${name}`;
    const known = this.#unknown.get(key) ?? { kind, name, first: problem, lines: [] };
    known.lines.push(problem.at.line);
    this.#unknown.set(key, known);
  }

  /** The declaration that was probably meant: nobody uses it, and its name is near. */
  private meant({ kind, name }: Unknown, { declared }: Declarations) {
    const idle = declared.filter((one) => !this.#used.has(`${kind} ${one.name}`));
    const nearest = nearestName(
      name,
      idle.map((one) => one.name),
    );
    return idle.find((one) => one.name === nearest) ?? null;
  }

  private report(unknown: Unknown, declarations: Declarations, reporter: Reporter): void {
    const { name, first, lines } = unknown;
    const meant = lines.length > 1 ? this.meant(unknown, declarations) : null;
    if (meant !== null) {
      reporter.report(
        first.rule,
        meant.at,
        `Nothing uses the ${declarations.what} ${quoted(meant.name)}, and ${quoted(name)}, which is not there, is used on ${placesOf(lines)}.`,
        `Did you mean \`${name}\` here?`,
      );
      return;
    }
    const more = lines.slice(1);
    reporter.report(
      first.rule,
      first.at,
      more.length === 0 ? first.message : `${first.message} So it is on ${placesOf(more)}.`,
      first.fix,
    );
  }

  /** Reports what was gathered. Kinds that are not given have no declarations in this file. */
  settle(kinds: Readonly<Record<string, Declarations>>, reporter: Reporter): void {
    for (const kind of new Set([...this.#unknown.values()].map((one) => one.kind))) {
      const own = [...this.#unknown.values()].filter((one) => one.kind === kind);
      const declarations = kinds[kind] ?? { what: "", declared: [], unusable: 0 };
      if (own.length <= declarations.unusable) continue;
      for (const unknown of own) this.report(unknown, declarations, reporter);
    }
  }
}
