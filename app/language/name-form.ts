/**
 * How a name is written, for a regular expression: a letter first, and no hyphen last, so that
 * `patience-=1` takes one from `patience` and sets no `patience-`.
 */
export const nameForm = "[A-Za-z][A-Za-z0-9_]*(?:-+[A-Za-z0-9_]+)*";
