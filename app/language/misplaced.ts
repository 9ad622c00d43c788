/** What stands where it cannot: code, and elements in the wrong place. */
import type { Position } from "~/core/diagnostic";
import type { ElementShape, ElementTable } from "./elements";
import type { Reporter } from "./reporter";

const comment = /^\s*\/\*(?:(?!\*\/)[^{}])*\*\/\s*$/;
/** Only what stands among words may stand in more kinds of element. */
const MANY_PLACES = 4;

export function reportExpression(
  value: string,
  at: Position,
  table: ElementTable,
  reporter: Reporter,
): void {
  if (comment.test(value)) return;
  // One line of code is one mistake, however many brackets it has.
  if (reporter.hasOn(at.line, "mdx/import-export") || reporter.hasOn(at.line, "mdx/expression")) {
    return;
  }
  reporter.report(
    "mdx/expression",
    at,
    value.includes("/*")
      ? "A note between {/* and */} cannot hold curly brackets or another note."
      : "Curly brackets hold code, which content never does.",
    table["Drawn"] && /^\s*[A-Za-z][\w-]*\s*$/.test(value)
      ? `To print what is drawn, write <Drawn name="${value.trim()}" />. Otherwise take them out.`
      : "Take them out. To show one in a text, write `{` between backticks.",
  );
}

export function reportPlace(
  name: string,
  { within }: ElementShape,
  at: Position,
  parent: string | null,
  reporter: Reporter,
): void {
  const places = within.map((place) =>
    place === null ? "at the top of the file, outside every other element" : `in <${place}>`,
  );
  reporter.report(
    "element/misplaced",
    at,
    parent === null
      ? `<${name}> cannot stand by itself.`
      : `<${name}> cannot stand in <${parent}>.`,
    places.length > MANY_PLACES
      ? `It belongs among the words of what is said or told: ${places.slice(0, -1).join(", ")} or ${places.at(-1) ?? ""}.`
      : `It belongs ${places.join(" or ")}.`,
  );
}
