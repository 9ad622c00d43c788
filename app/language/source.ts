/** A content file as text, and places in it. */
import type { Diagnostic, Position } from "~/core/diagnostic";
import { Reporter } from "./reporter";

export interface Source {
  /** Path relative to the content folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** A scenario of two hundred long scenes is a quarter of this. */
export const MAX_SOURCE_BYTES = 512 * 1024;

/** Line ends as LF, whatever the editor or the checkout made of them: places are counted in these lines. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** `text` has plain line ends. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf("\n");
  let line = 1;
  for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) line += 1;
  return { line, column: offset - lastBreak };
}

function invalidAt(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length];
  const startsWell = (length: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (startsWell(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text of a file with plain line ends, or where it stops being text. A byte order mark is dropped. */
export function decodeSource(
  file: string,
  bytes: Uint8Array,
): { readonly text: string | null; readonly diagnostics: readonly Diagnostic[] } {
  const reporter = new Reporter(file);
  if (bytes.length > MAX_SOURCE_BYTES) {
    reporter.report(
      "file/too-large",
      { line: 1, column: 1 },
      `The file holds ${Math.ceil(bytes.length / 1024)} KB; the most that is read is ${MAX_SOURCE_BYTES / 1024} KB.`,
      "Split it, or look for something pasted in by mistake.",
    );
    return { text: null, diagnostics: reporter.diagnostics };
  }
  const whole = decoded(bytes);
  const text = whole === null ? null : withPlainLineEnds(whole);
  if (text === null) {
    const start = withPlainLineEnds(
      new TextDecoder("utf-8").decode(bytes.subarray(0, invalidAt(bytes)), { stream: true }),
    );
    reporter.report(
      "file/not-text",
      positionAt(start, start.length),
      "From here on the file is not UTF-8 text.",
      "Save the file again with the encoding UTF-8.",
    );
  } else {
    const nul = text.indexOf("\0");
    if (nul === -1) return { text, diagnostics: [] };
    reporter.report(
      "file/not-text",
      positionAt(text, nul),
      "Here stands a NUL character: this is not a text file.",
      "Save it as plain text, with the encoding UTF-8.",
    );
  }
  return { text: null, diagnostics: reporter.diagnostics };
}

/** For text that came from elsewhere than a file: the same limits, and plain line ends. Null where it may not be read. */
export function acceptableText(written: string, reporter: Reporter): string | null {
  const marked = withPlainLineEnds(written);
  const text = marked.startsWith("\uFEFF") ? marked.slice(1) : marked;
  const nul = text.indexOf("\0");
  if (nul !== -1) {
    reporter.report(
      "file/not-text",
      positionAt(text, nul),
      "Here stands a NUL character, which text never holds.",
      "Delete it, or type the line again.",
    );
    return null;
  }
  if (text.length > MAX_SOURCE_BYTES) {
    reporter.report(
      "file/too-large",
      { line: 1, column: 1 },
      `The text is longer than ${MAX_SOURCE_BYTES / 1024} KB, the most that is read.`,
      "Split it, or look for something pasted in by mistake.",
    );
    return null;
  }
  return text;
}
