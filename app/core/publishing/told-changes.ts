/** What a piece says about itself (its title, minutes, briefing), field by field as it was and as it is. */
import { countInWords } from "../prose/in-words";

const AROUND = 30;
const MOST = 90;

/** So much of a text as shows where it differs from another. */
export function excerpt(text: string, other: string): string {
  if (text.length <= MOST) return text;
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  const from = Math.max(0, Math.min(same - AROUND, text.length - MOST));
  const part = text.slice(from, from + MOST);
  return `${from > 0 ? "…" : ""}${part}${from + MOST < text.length ? "…" : ""}`;
}

/** “Ten minutes” became “Five minutes”; what was not there before, or is gone, is told as that. */
export function became(was: string, is: string): string {
  if (was === "") return `“${excerpt(is, was)}” is new`;
  if (is === "") return `“${excerpt(was, is)}” is gone`;
  return `“${excerpt(was, is)}” became “${excerpt(is, was)}”`;
}

/** One sentence for each text that is otherwise: the names are as people call the fields. */
export function toldChanges(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(after).flatMap(([name, is]) => {
    const was = before[name] ?? "";
    return was === is ? [] : [`The ${name}: ${became(was, is)}.`];
  });
}

const plain = (paragraph: string) => paragraph.replace(/\s+/g, " ").trim();

/** Each once, in its order: a text of many lines is compared in one pass. */
function paragraphsOf(text: string): ReadonlySet<string> {
  const paragraphs = text.split(/\n\s*\n/).map(plain);
  return new Set(paragraphs.filter((paragraph) => paragraph !== ""));
}

/** Paragraphs of a text that are new, gone or otherwise, in pairs where there are as many of each. */
export function paragraphChanges(before: string, after: string): readonly string[] {
  const [old, own] = [paragraphsOf(before), paragraphsOf(after)];
  const gone = [...old].filter((paragraph) => !own.has(paragraph));
  const added = [...own].filter((paragraph) => !old.has(paragraph));
  if (gone.length + added.length === 0) {
    return before === after ? [] : ["The same paragraphs come in another order, or set otherwise."];
  }
  if (gone.length === added.length) {
    return gone.map((was, at) => `In the text: ${became(was, added[at] ?? "")}.`);
  }
  return [
    ...gone.map((was) => `In the text: ${became(was, "")}.`),
    ...added.map((is) => `In the text: ${became("", is)}.`),
  ];
}

/** "It takes 6 minutes, before 5." */
export function minutesChange(was: number, is: number): readonly string[] {
  return was === is ? [] : [`It takes ${countInWords(is, "minute")}, before ${String(was)}.`];
}
