/**
 * Fills what was drawn into the words of a scenario. It is done where a moment is made, so that
 * nothing but plain prose ever leaves the core.
 */
import {
  plainText,
  type BlockOf,
  type DrawnWords,
  type InlineOf,
  type Prose,
  type Script,
} from "~/core/prose/prose";
import type { Value } from "./definition";

type Inline = InlineOf<DrawnWords>;
type Block = BlockOf<DrawnWords>;
type Say = (drawn: DrawnWords) => string;

function filledInline(inline: Inline, say: Say): InlineOf<never> {
  switch (inline.kind) {
    case "drawn":
      return { kind: "text", text: say(inline) };
    case "emphasis":
    case "strong":
    case "link":
      return { ...inline, children: inline.children.map((child) => filledInline(child, say)) };
    case "text":
    case "code":
    case "break":
      return inline;
  }
}

function filledBlock(block: Block, say: Say): BlockOf<never> {
  switch (block.kind) {
    case "paragraph":
      return { ...block, children: block.children.map((child) => filledInline(child, say)) };
    case "quote":
      return { ...block, children: block.children.map((child) => filledBlock(child, say)) };
    case "list": {
      const items = block.items.map((item) => item.map((child) => filledBlock(child, say)));
      return { ...block, items };
    }
  }
}

const known = new WeakMap<Script, boolean>();

/** Nothing in it is drawn: most words are like that, and stay the very object they were. */
function isFixed(script: Script): script is Prose {
  const found = known.get(script);
  if (found !== undefined) return found;
  let isDrawn = false;
  script.forEach((block) =>
    filledBlock(block, () => {
      isDrawn = true;
      return "";
    }),
  );
  known.set(script, !isDrawn);
  return !isDrawn;
}

/** What is printed for the value that was drawn; nothing for one that it has no words for. */
export function wordsDrawn(
  { variable, words }: DrawnWords,
  values: Readonly<Record<string, Value>>,
): string {
  const value = String(values[variable]);
  return Object.hasOwn(words, value) ? (words[value] ?? "") : "";
}

/** The words with what was drawn in its place. */
export function filledIn(script: Script, values: Readonly<Record<string, Value>>): Prose {
  if (isFixed(script)) return script;
  return script.map((block) => filledBlock(block, (drawn) => wordsDrawn(drawn, values)));
}

/** Tells what is drawn from the other parts of a script. */
export function isDrawnWords(part: unknown): part is DrawnWords {
  return typeof part === "object" && part !== null && "kind" in part && part.kind === "drawn";
}

/** What is printed for every variable whose words stand somewhere in it, by the variable's name. */
export function printedWords(scenario: object): ReadonlyMap<string, DrawnWords["words"]> {
  const printed = new Map<string, DrawnWords["words"]>();
  JSON.stringify(scenario, (_, part: unknown) => {
    if (isDrawnWords(part)) printed.set(part.variable, part.words);
    return part;
  });
  return printed;
}

/** Names of the variables whose words stand somewhere in it. */
export function printedVariables(scenario: object): ReadonlySet<string> {
  return new Set(printedWords(scenario).keys());
}

/** The words as an author reads them: what is drawn stands in angle brackets, by its name. */
export function plainScript(script: Script): string {
  const named = script.map((block) => filledBlock(block, ({ variable }) => `<${variable}>`));
  return plainText(named);
}
