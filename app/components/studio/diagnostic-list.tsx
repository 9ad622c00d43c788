import { Link } from "@remix-run/react";
import { Tag } from "~/components/ui/tag";
import type { FrameLine } from "~/core/code-frame";
import type { Diagnostic } from "~/core/diagnostic";
import { paths } from "~/paths";
import { CodeFrame } from "./code-frame";
import { Spelled } from "./spelled";

export interface ShownDiagnostic extends Diagnostic {
  readonly frame?: readonly FrameLine[];
}

/** What is wrong, where, and what to do about it; errors first, then in the order of the file. */
export function DiagnosticList({
  diagnostics,
}: {
  readonly diagnostics: readonly ShownDiagnostic[];
}) {
  const sorted = [...diagnostics].sort(
    (one, other) => Number(other.severity === "error") - Number(one.severity === "error"),
  );
  return (
    <ol className="space-y-4">
      {sorted.map((diagnostic, at) => (
        <li key={at} className="rounded-lg border border-line bg-sheet p-4 sm:p-5">
          <One diagnostic={diagnostic} />
        </li>
      ))}
    </ol>
  );
}

function One({ diagnostic }: { readonly diagnostic: ShownDiagnostic }) {
  const { file, line, column, message, fix, rule, severity, frame = [] } = diagnostic;
  const isError = severity === "error";
  const place = `${file}:${line}:${column}`;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-soft">
        <Tag look={isError ? "danger" : "warning"} icon={isError ? "danger" : "warning"}>
          {isError ? "Error" : "Warning"}
        </Tag>
        <span>
          Line {line}, column {column}
        </span>
        <code className="font-mono text-xs wrap-anywhere">{place}</code>
      </p>
      <p className="mt-2 font-medium">
        <Spelled text={message} />
      </p>
      {fix === null ? null : (
        <p className="mt-1">
          <Spelled text={fix} />
        </p>
      )}
      <CodeFrame frame={frame} label={`The text around ${place}: ${message}`} />
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm">
        <Link to={paths.studioGuide(rule)} className="text-link underline underline-offset-4">
          What this means, with an example
        </Link>
        <span className="text-xs text-ink-soft">
          Rule <code className="font-mono">{rule}</code>
        </span>
      </p>
    </>
  );
}
