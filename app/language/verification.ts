/** The findings of a proof as diagnostics of the file that the scenario was written in. */
import { diagnosticRules } from "~/core/diagnostic-rules";
import type { Diagnostic } from "~/core/diagnostic";
import type { Verification } from "~/core/scenario/verification/verify";

export function verificationDiagnostics(
  file: string,
  { findings }: Pick<Verification, "findings">,
): readonly Diagnostic[] {
  const told = findings.filter(({ follows }) => follows !== true);
  return told.map(({ rule, at, message, fix, witness }) => ({
    file,
    line: at.line,
    column: at.column,
    rule,
    severity: diagnosticRules[rule].severity,
    message,
    fix,
    ...(witness && { witness }),
  }));
}
