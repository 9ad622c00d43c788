/** Text in the picture of a scenario: lines that fit, what room they need, and their SVG. */

/** Height of a line, in pixels. */
export const LINE = 13;
/** Width of a letter of a label, on average, and no less. */
export const LETTER = 6.2;
/** As many letters as a box or a line of a label holds. */
const LETTERS = 24;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whole pixels, which keep the file small. */
export const round = (value: number) => Math.round(value);

/** Text as it may stand in SVG. */
export const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

/** A name in lines that fit, broken after a hyphen or a space where it has one. */
export function linesOf(name: string): readonly string[] {
  const pieces = name.match(new RegExp(`[^-_ ]{1,${LETTERS - 2}}[-_ ]*`, "g")) ?? [name];
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && (last + piece).trimEnd().length <= LETTERS)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** The room of lines one below the other, of a label. */
export const widthOf = (lines: readonly string[]) =>
  Math.max(...lines.map(({ length }) => length)) * LETTER + 6;

/** One line below the other, around a point. */
export function drawLines({ x, y }: Point, lines: readonly string[], size: number): string {
  const top = y + size / 3 - ((lines.length - 1) * LINE) / 2;
  return lines
    .map(
      (line, at) => `<tspan x="${round(x)}" y="${round(top + at * LINE)}">${escape(line)}</tspan>`,
    )
    .join("");
}

/** Names beside a line, around their middle. */
export const drawLabel = (middle: Point, lines: readonly string[]) =>
  `<text class="label" text-anchor="middle">${drawLines(middle, lines, 11)}</text>`;
