/** Variables, and what is printed for them. */
import type { DrawnWords } from "~/core/prose/prose";
import type { Variable } from "~/core/scenario/definition";
import { domainOf } from "~/core/scenario/values";
import { listOf, nameOf, numberOf, placeOf, textOf, wrongForm } from "../element-reader";
import type { Element } from "../parts";
import { nameForm } from "../name-form";
import type { Reporter } from "../reporter";
import { quoted } from "../suggestion";

const valueForm = new RegExp(`^${nameForm}$`);
const bounds = { min: -100, max: 100, decimals: 0 };

function integer(element: Element, name: string, reporter: Reporter): Variable | null {
  const min = numberOf(element, "min", bounds, reporter);
  const max = numberOf(element, "max", bounds, reporter);
  if (!element.attributes.has("min") || !element.attributes.has("max")) {
    reporter.report(
      "variable/domain",
      element.at,
      `The number ${quoted(name)} needs both a least and a greatest value.`,
      'Write min="0" max="5".',
    );
    return null;
  }
  const start = element.attributes.has("start")
    ? numberOf(element, "start", bounds, reporter)
    : min;
  if (min === null || max === null || start === null) return null;
  if (min >= max) {
    reporter.report(
      "variable/domain",
      placeOf(element, "min"),
      `\`min\` should lie below \`max\`, and is ${min} where \`max\` is ${max}.`,
      'Write for example min="0" max="5".',
    );
    return null;
  }
  if (start < min || start > max) {
    reporter.report(
      "variable/domain",
      placeOf(element, "start"),
      `\`start\` is ${start}, and this number goes from ${min} to ${max}.`,
      `Write for example start="${start < min ? min : max}", or widen its bounds.`,
    );
    return null;
  }
  return { type: "integer", name, min, max, start, at: element.at };
}

function oneOf(element: Element, name: string, reporter: Reporter): Variable | null {
  const listed = listOf(element, "oneOf");
  const values = [...new Set(listed.map((value) => value.text))];
  const odd = listed.find(({ text }) => !valueForm.test(text));
  if (odd) {
    const { message, fix } = wrongForm(odd.text);
    reporter.report(
      "name/format",
      odd.at,
      message,
      /[;|/ ]/.test(odd.text)
        ? "Put a comma between two values, and a hyphen where one has two words, as in calm, very-cross."
        : fix,
    );
    return null;
  }
  if (values.length < 2 || values.length !== listed.length) {
    reporter.report(
      "variable/domain",
      placeOf(element, "oneOf"),
      "`oneOf` lists at least two values, each once.",
      'Write oneOf="calm, cross".',
    );
    return null;
  }
  const start = element.attributes.has("start") ? textOf(element, "start") : (values[0] ?? "");
  if (!values.includes(start)) {
    reporter.report(
      "variable/domain",
      placeOf(element, "start"),
      `\`start\` is ${quoted(start)}, which is not in the list.`,
      `Write one of ${values.join(", ")}.`,
    );
    return null;
  }
  return { type: "oneOf", name, values, start, at: element.at };
}

function boolean(element: Element, name: string, reporter: Reporter): Variable | null {
  const start = element.attributes.has("start") ? textOf(element, "start") : "false";
  if (start === "true" || start === "false") {
    return { type: "boolean", name, start: start === "true", at: element.at };
  }
  reporter.report(
    "variable/domain",
    placeOf(element, "start"),
    `A variable that starts with ${quoted(start)} says neither which numbers it may be nor which words.`,
    'Write start="false", or add min="0" max="5", or oneOf="calm, cross".',
  );
  return null;
}

/** What is printed for the values of a drawn variable; null where it has no words. */
export function readWords(
  element: Element,
  variable: Variable,
  reporter: Reporter,
): DrawnWords | null {
  const says = element.attributes.get("says");
  const words = says?.value.split(";").map((part) => part.trim()) ?? [];
  const values = variable.type === "oneOf" ? variable.values : [];
  const fits = words.length === values.length && words.every((part) => part !== "");
  if (says && !fits) {
    reporter.report(
      "variable/domain",
      says.placeOf(0),
      values.length === 0
        ? "Only one of a list has words of its own: `says` goes with `oneOf`."
        : `\`says\` gives ${words.length} ${words.length === 1 ? "word or phrase" : "words or phrases"} for ${values.length} values.`,
      values.length === 0
        ? "Take `says` out; a number prints itself."
        : `Write one for each of ${values.join(", ")}, in this order, with semicolons between them.`,
    );
  }
  if (variable.drawn !== true || variable.type === "boolean") return null;
  const isNumber = variable.type === "integer";
  const printed = domainOf(variable).map((value, index): [string, string] => {
    const text = String(value);
    const own = says && fits ? words[index] : undefined;
    return [text, own ?? (isNumber ? text : text.replace(/[-_]/g, " "))];
  });
  return { kind: "drawn", variable: variable.name, words: Object.fromEntries(printed) };
}

/** A drawn variable needs no start of its own: the first value of its domain will do. */
export function readVariable(element: Element, reporter: Reporter): Variable | null {
  const name = nameOf(element, "name", reporter);
  const isDrawn = element.attributes.has("draw");
  if (!isDrawn && !element.attributes.has("start")) {
    reporter.report(
      "attribute/missing",
      element.at,
      "This <Variable> lacks the attribute `start`.",
      'Write start="…", or draw where each attempt draws it anew.',
    );
    return null;
  }
  const isNumber = element.attributes.has("min") || element.attributes.has("max");
  if (isNumber && element.attributes.has("oneOf")) {
    reporter.report(
      "variable/domain",
      element.at,
      "A variable is a number or one of a list, not both.",
      "Take out `min` and `max`, or `oneOf`.",
    );
    return null;
  }
  const read = isNumber ? integer : element.attributes.has("oneOf") ? oneOf : boolean;
  const variable = read(element, name, reporter);
  return variable && isDrawn ? { ...variable, drawn: true } : variable;
}
