/** Where a person goes after signing in: back to where they were, and nowhere outside. */

const longest = 2000;
/**
 * One slash, then neither a second one nor a backslash, which browsers read as one; no control
 * character, which they drop: `/\t/evil.example` would become `//evil.example`.
 */
const samePlace = /^\/(?![/\\])[^\\ \p{Cc}]*$/u;
/** Dots and doubled slashes that a browser folds away before it asks: nothing of ours is there. */
const folded = /^[^?#]*\/(?:\/|\.{1,2}(?:[/?#]|$))/;
const notPages = /^\/(login|logout|setup|set-password)(?=[/?#]|$)/;

/** The address when it is a page of ours; otherwise the home page. */
export function nextAddress(wanted: string | null | undefined): string {
  if (wanted === null || wanted === undefined || wanted.length > longest) return "/";
  const isPage = samePlace.test(wanted) && !folded.test(wanted) && !notPages.test(wanted);
  return isPage ? wanted : "/";
}
