/** The pattern of LIKE for a text anywhere inside another: `%` and `_` are what they look like. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
