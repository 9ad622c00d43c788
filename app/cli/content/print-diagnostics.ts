/** Diagnostics for people: the sentence, the lines of the file around it, and what to do. */
import { codeFrame } from "~/core/code-frame";
import type { Diagnostic } from "~/core/diagnostic";
import { withPlainLineEnds, type Source } from "~/language/source";

function frameOf(text: string, { line, column }: Diagnostic): readonly string[] {
  const frame = codeFrame(withPlainLineEnds(text), { line, column }, 1);
  const gutter = String(frame.at(-1)?.number ?? "").length;
  return frame.flatMap(({ number, text: shown, mark }) => [
    `  ${mark === null ? " " : ">"} ${String(number).padStart(gutter)} | ${shown.replace(/\t/g, " ")}`,
    ...(mark === null ? [] : [`    ${" ".repeat(gutter)} | ${" ".repeat(mark)}^`]),
  ]);
}

function witnessLines(witness: readonly string[]): readonly string[] {
  return witness.length === 0
    ? []
    : ["  How to get there:", ...witness.map((step, index) => `    ${index + 1}. ${step}`)];
}

function describeDiagnostic(diagnostic: Diagnostic, text: string | null): string {
  const { file, line, column, severity, rule, message, fix } = diagnostic;
  return [
    `${severity === "error" ? "Error" : "Warning"} in ${file}, line ${line}, column ${column}  (${rule})`,
    `  ${message}`,
    ...(text === null ? [] : frameOf(text, diagnostic)),
    ...(fix === null ? [] : [`  What to do: ${fix}`]),
    ...witnessLines(diagnostic.witness ?? []),
    `  More: content/guide/${rule}.md`,
    "",
  ].join("\n");
}

export function describeAll(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
): string {
  const texts = new Map(sources.map((source) => [source.file, source.text]));
  return diagnostics
    .map((diagnostic) => describeDiagnostic(diagnostic, texts.get(diagnostic.file) ?? null))
    .join("\n");
}
