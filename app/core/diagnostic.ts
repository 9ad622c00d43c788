/**
 * What the checks of content say to an author: where, which rule, what is wrong and what to do.
 * The shape is a contract (`content check --json`): lines and columns count from 1.
 */

/** A place in a source file; lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Severity = "error" | "warning";

export interface Diagnostic extends Position {
  /** Path relative to the content folder, with forward slashes. */
  readonly file: string;
  /** Stable identifier `family/name`; each has an entry in the authoring guide. */
  readonly rule: string;
  readonly severity: Severity;
  /** One plain sentence for a trainer: what is wrong. */
  readonly message: string;
  /** One plain sentence: what to do about it; null where the message says it all. */
  readonly fix: string | null;
  /** For findings on flow: the shortest way to see it, one choice to a line. */
  readonly witness?: readonly string[];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
