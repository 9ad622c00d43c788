/** Reads attributes of elements as names, numbers, tags and conditions. */
import type { BehaviourTag, Vocabulary } from "~/core/behaviour/behaviour";
import type { Position } from "~/core/diagnostic";
import { plainText, type Prose, type Script } from "~/core/prose/prose";
import { RETURN } from "~/core/scenario/definition";
import { knownTags } from "./behaviour-tags";
import type { PlacedText } from "./fields";
import { markdownIn, type Element } from "./parts";
import { readProse } from "./prose-reader";
import { nameForm } from "./name-form";
import type { Reporter } from "./reporter";
import type { UnknownNames } from "./unknown-names";
import { quoted, typeAgain } from "./suggestion";

const wholeName = new RegExp(`^${nameForm}$`);
const reservedNames = new Set(["and", "or", "not", "true", "false", "constructor", "prototype"]);
const MAX_NAME = 60;

/** Text of an attribute on one line; empty where it is missing, which was reported before. */
export function textOf(element: Element, name: string): string {
  return element.attributes.get(name)?.value.replace(/\s+/g, " ").trim() ?? "";
}

export function placeOf(element: Element, name: string): Position {
  return element.attributes.get(name)?.placeOf(0) ?? element.at;
}

/** Words separated by commas, each with its place. */
export function listOf(element: Element, name: string): readonly PlacedText[] {
  const attribute = element.attributes.get(name);
  if (!attribute) return [];
  return [...attribute.value.matchAll(/[^,]+/g)].flatMap((part) => {
    const text = part[0].trim();
    const index = part.index + part[0].length - part[0].trimStart().length;
    return text === "" ? [] : [{ text, at: attribute.placeOf(index) }];
  });
}

export function tagsOf(
  element: Element,
  name: string,
  vocabulary: Vocabulary | null,
  reporter: Reporter,
  names?: UnknownNames,
): readonly BehaviourTag[] {
  return knownTags(listOf(element, name), vocabulary, reporter, names);
}

/** Whether something can be called so. */
export const isName = (name: string) =>
  wholeName.test(name) && name.length <= MAX_NAME && !reservedNames.has(name);

/** A choice may lead to it, where `return` leads back from an interlude. */
const isPlace = ({ name }: Element) => ["Scene", "Interlude", "Ending"].includes(name);

/** A name that other parts refer to; empty where it is missing or malformed, which is then reported. */
export function nameOf(element: Element, attribute: string, reporter: Reporter): string {
  const name = textOf(element, attribute);
  if (!element.attributes.has(attribute)) return "";
  const isReserved = reservedNames.has(name) || (isPlace(element) && name === RETURN);
  if (isName(name) && !isReserved) return name;
  const { message, fix } = isReserved
    ? { message: `The name ${quoted(name)} is reserved.`, fix: "Choose another." }
    : wrongForm(name);
  reporter.report("name/format", placeOf(element, attribute), message, fix);
  return "";
}

/** What is wrong with something that is no name. */
export function wrongForm(name: string): { readonly message: string; readonly fix: string } {
  const withoutEnd = name.replace(/-+$/, "");
  if (wholeName.test(withoutEnd)) {
    return withoutEnd.length > MAX_NAME || withoutEnd === name
      ? {
          message: `${quoted(name)} is too long for a name: it has at most ${MAX_NAME} letters.`,
          fix: "Shorten it.",
        }
      : {
          message: `${quoted(name)} is not a name: no name ends in a hyphen.`,
          fix: `Write ${withoutEnd}.`,
        };
  }
  return {
    message: `${quoted(name)} is not a name: a name is letters, digits and hyphens, and begins with a letter.`,
    fix: typeAgain(name) ?? "Write it as in say-back.",
  };
}

interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
}

/** The number that was probably meant, or one that fits. */
function numberThatFits(written: string, { min, max, decimals }: NumberRange): number {
  // A unit may stand behind it, as in 30s.
  const digits = /^\+?(-?\d{1,6}(?:[.,]\d+)?)(?![\d.,_]|[ex]\d)/i.exec(written)?.[1] ?? "";
  const meant = Number(Number(digits.replace(",", ".")).toFixed(decimals));
  if (digits !== "" && meant >= min) return Math.min(meant, max);
  return Math.max(min, Math.min(max, 1));
}

/** A number with at most `decimals` decimals; null where it is missing or wrong, the latter reported. */
export function numberOf(
  element: Element,
  name: string,
  range: NumberRange,
  reporter: Reporter,
): number | null {
  const text = textOf(element, name);
  if (!element.attributes.has(name)) return null;
  const form = range.decimals === 0 ? /^-?\d{1,6}$/ : /^-?\d{1,6}(?:\.\d+)?$/;
  const value = Number(text);
  const exact = (text.split(".")[1]?.length ?? 0) <= range.decimals;
  if (form.test(text) && exact && value >= range.min && value <= range.max) {
    // -0 is 0.
    return value + 0;
  }
  const kind =
    range.decimals === 0 ? "a whole number" : `a number with at most ${range.decimals} decimals`;
  reporter.report(
    "attribute/wrong-value",
    placeOf(element, name),
    `\`${name}\` should be ${kind} from ${range.min} to ${range.max}${text === "" ? "" : `, not ${quoted(text)}`}.`,
    `Write the number alone, as in ${name}="${numberThatFits(text, range)}".`,
  );
  return null;
}

/** The words that an element holds, which there must be. */
export function wordsOf(element: Element, reporter: Reporter): Prose {
  return notEmpty(readProse(markdownIn(element.content), reporter), element, reporter);
}

/** The words, of which there must be some. */
export function notEmpty<Words extends Script>(
  words: Words,
  element: Element,
  reporter: Reporter,
): Words {
  // What was refused in it is said already, and may be the words.
  if (plainText(words) === "" && !reporter.hasErrorsBetween(element.at, element.end)) {
    reportNoWords(element.name, element.at, reporter);
  }
  return words;
}

export function reportNoWords(name: string, at: Position, reporter: Reporter): void {
  const fix = `Write them between <${name}> and </${name}>.`;
  reporter.report("element/empty", at, `<${name}> lacks its words.`, fix);
}

/** Reports each name that stands more than once, where it stands again. */
export function reportDuplicates(
  named: readonly { readonly name: string; readonly at: Position }[],
  what: string,
  reporter: Reporter,
): void {
  const first = new Map<string, Position>();
  for (const { name, at } of named) {
    if (name === "") continue;
    const earlier = first.get(name);
    if (earlier) {
      reporter.report(
        "name/duplicate",
        at,
        `The name ${quoted(name)} was given to another ${what} on line ${earlier.line}.`,
        "Give one of the two another name.",
      );
    } else first.set(name, at);
  }
}
