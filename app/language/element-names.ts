/** Names of elements that nobody knows: what was meant, and what to write instead of HTML. */
import type { Position } from "~/core/diagnostic";
import type { ElementTable } from "./elements";
import type { Reporter } from "./reporter";
import { nearestName, quoted, suggestName } from "./suggestion";

/** HTML that authors reach for, and what says the same here. */
const inMarkdown: Readonly<Record<string, string>> = {
  b: "Write **words** for what is said with weight.",
  strong: "Write **words** for what is said with weight.",
  i: "Write *words* for emphasis.",
  em: "Write *words* for emphasis.",
  br: "Leave an empty line where a new paragraph begins.",
  p: "Take the tags out: an empty line makes a new paragraph.",
  div: "Take the tags out: an empty line makes a new paragraph.",
  span: "Take the tags out.",
  a: "Write [the words to click](https://…).",
  ul: "Write each point on a line of its own, beginning with a hyphen.",
  ol: "Write each point on a line of its own, beginning with its number and a full stop.",
  li: "Write each point on a line of its own, beginning with a hyphen.",
  blockquote: "Begin the line with >.",
  code: "Write it between backticks.",
  hr: "Write three hyphens on a line of their own.",
  h1: "Begin the line with ##.",
  h2: "Begin the line with ##.",
  h3: "Begin the line with ###.",
};
const otherHtml = new Set(
  "abbr address area article aside audio base body button canvas caption col dd del details dl dt embed fieldset figure footer form head header html iframe img input ins kbd label link main map mark menu meta nav object option pre q s samp script section select small source style sub summary sup svg table tbody td template textarea tfoot th thead title tr track u var video".split(
    " ",
  ),
);

export function isHtml(name: string): boolean {
  return Object.hasOwn(inMarkdown, name) || otherHtml.has(name);
}

export function fixForHtml(name: string): string {
  const own = Object.hasOwn(inMarkdown, name) ? inMarkdown[name] : undefined;
  return own ?? "Write Markdown, or one of the elements that the guide lists.";
}

const plainName = (name: string) => quoted(name).slice(1, -1);

/** The element that a name was meant to be: one that may stand in `parent` is believed first. */
export function meantElement(
  name: string,
  parent: string | null,
  table: ElementTable,
): string | null {
  if (name.startsWith("_") || /[.:]/.test(name)) return null;
  const names = Object.keys(table);
  const same = names.find((known) => known.toLowerCase() === name.toLowerCase());
  if (same !== undefined) return same;
  if (isHtml(name)) return null;
  const here = names.filter((known) => table[known]?.within.includes(parent));
  return nearestName(name, here) ?? nearestName(name, names);
}

/** Says that nobody knows the element, and what to write instead; returns what was meant, if that is plain. */
export function reportUnknownElement(
  name: string,
  at: Position,
  parent: string | null,
  table: ElementTable,
  reporter: Reporter,
): string | null {
  const meant = meantElement(name, parent, table);
  if (meant !== null) {
    reporter.report(
      "element/unknown",
      at,
      `There is no element <${plainName(name)}>.`,
      `Did you mean <${meant}>?`,
    );
  } else if (/^[a-z]/.test(name) && !/[.:]/.test(name)) {
    reporter.report(
      "element/raw",
      at,
      `HTML such as <${plainName(name)}> is not allowed.`,
      fixForHtml(name),
    );
  } else {
    const isName = name !== "" && !name.startsWith("_") && !/[.:]/.test(name);
    reporter.report(
      "element/unknown",
      at,
      isName
        ? `There is no element <${plainName(name)}>.`
        : "This is not an element that content knows.",
      suggestName(name, Object.keys(table), "elements"),
    );
  }
  return meant;
}
