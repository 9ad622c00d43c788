/** What the compiler of lessons complains of, as a diagnostic at its place. */
import type { Diagnostic } from "~/core/diagnostic";

/** esbuild reports where in the body, whose lines are those of the file. */
interface BuildError {
  readonly errors?: readonly {
    readonly text: string;
    readonly location: { readonly line: number; readonly column: number } | null;
  }[];
}

export function compilerComplaint(file: string, error: unknown): Diagnostic {
  const first = (error as BuildError).errors?.[0];
  return {
    file,
    line: first?.location?.line ?? 1,
    column: (first?.location?.column ?? 0) + 1,
    rule: "mdx/syntax",
    severity: "error",
    message: `This lesson cannot be made into a page: ${first?.text ?? String(error)}`,
    fix: "Take out the last thing you changed, and put it back piece by piece.",
  };
}
