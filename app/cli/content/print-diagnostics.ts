/** Diagnostics for people: the sentence, the lines of the file around it, and what to do. */
import type { Diagnostic } from "~/core/diagnostic";
import type { Source } from "~/language/source";

const CONTEXT = 1;
const WIDTH = 110;

function codeFrame(text: string, { line, column }: Diagnostic): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  const first = Math.max(1, line - CONTEXT);
  const last = Math.min(lines.length, line + CONTEXT);
  const gutter = String(last).length;
  const cut = Math.max(0, column - WIDTH + 20);
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const shown = (lines[number - 1] ?? "").slice(cut, cut + WIDTH).replace(/\t/g, " ");
    frame.push(`  ${number === line ? ">" : " "} ${String(number).padStart(gutter)} | ${shown}`);
    if (number === line) {
      frame.push(`    ${" ".repeat(gutter)} | ${" ".repeat(column - 1 - cut)}^`);
    }
  }
  return frame;
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
    ...(text === null ? [] : codeFrame(text, diagnostic)),
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
