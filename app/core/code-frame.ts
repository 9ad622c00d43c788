/** The lines around a place in a text, for showing what a diagnostic speaks of. */
import type { Position } from "~/core/diagnostic";

export interface FrameLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Where in `text` the place is, from 0; null on the lines around it. */
  readonly mark: number | null;
}

/** A paragraph may be one line of thousands of letters: so many are shown before and after the place. */
const lettersBefore = 60;
const lettersAfter = 100;

/** As many lines before it and after it as `linesAround`. Empty where the place is not in the text. */
export function codeFrame(
  text: string,
  { line, column }: Position,
  linesAround = 2,
): readonly FrameLine[] {
  const lines = text.split("\n");
  if (line < 1 || line > lines.length) return [];
  const first = Math.max(1, line - linesAround);
  const last = Math.min(lines.length, line + linesAround);
  const at = Math.min(column - 1, (lines[line - 1] ?? "").length);
  const left = Math.max(0, at - lettersBefore);
  return lines.slice(first - 1, last).map((whole, index) => {
    const number = first + index;
    const start = number === line ? left : 0;
    const end = start + lettersBefore + lettersAfter;
    const cut = `${start > 0 ? "…" : ""}${whole.slice(start, end)}${whole.length > end ? "…" : ""}`;
    const mark = number === line ? at - start + (start > 0 ? 1 : 0) : null;
    return { number, text: cut, mark };
  });
}
