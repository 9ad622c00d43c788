/** Attributes of an element: literal texts or bare flags, and where each part of a text stands. */
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import type { Position } from "~/core/diagnostic";
import type { ElementShape } from "./elements";
import { startOf } from "./outline";
import type { Reporter } from "./reporter";
import { positionAt } from "./source";
import { quoted, suggestName } from "./suggestion";

export interface Attribute {
  readonly name: string;
  /** Empty for a flag. */
  readonly value: string;
  /** Where its name stands. */
  readonly at: Position;
  /** Where the letter at `index` of its value stands in the file. */
  placeOf(index: number): Position;
}

const entity = /^&(?:#x?[0-9a-f]+|[a-z][a-z0-9]*);/i;

/** Walks the raw value beside the one with its entities resolved. */
function rawOffset(raw: string, index: number): number {
  let offset = 0;
  for (let seen = 0; seen < index && offset < raw.length; seen += 1) {
    offset += entity.exec(raw.slice(offset, offset + 40))?.[0].length ?? 1;
  }
  return offset;
}

function literal(attribute: MdxJsxAttribute, body: string, value: string): Attribute {
  const position = attribute.position;
  const start = position?.start.offset ?? 0;
  const raw = body.slice(start, position?.end.offset ?? start);
  const opening = /^[^=]*=\s*["']/.exec(raw)?.[0].length ?? 0;
  return {
    name: attribute.name,
    value,
    at: { line: position?.start.line ?? 1, column: position?.start.column ?? 1 },
    placeOf: (index) => positionAt(body, start + opening + rawOffset(raw.slice(opening), index)),
  };
}

/** The attributes that fit the element, by name; a sentence for each that does not or is missing. */
export function readAttributes(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  body: string,
  shape: ElementShape,
  reporter: Reporter,
): ReadonlyMap<string, Attribute> {
  const found = new Map<string, Attribute>();
  const element = node.name ?? "";
  const known = [...shape.required, ...shape.optional, ...shape.flags];
  for (const attribute of node.attributes) {
    const start = attribute.position?.start;
    const at = start ? { line: start.line, column: start.column } : startOf(node);
    if (attribute.type !== "mdxJsxAttribute") {
      reporter.report(
        "attribute/expression",
        at,
        "Attributes cannot come from code in curly brackets.",
        'Write each as name="value".',
      );
      continue;
    }
    const { name, value } = attribute;
    const isFlag = shape.flags.includes(name);
    if (!known.includes(name)) {
      const fix =
        known.length === 0
          ? `<${element}> takes no attributes.`
          : suggestName(name, known, `attributes of <${element}>`);
      reporter.report(
        "attribute/unknown",
        at,
        `<${element}> has no attribute ${quoted(name)}.`,
        fix,
      );
    } else if (found.has(name)) {
      reporter.report(
        "attribute/duplicate",
        at,
        `The attribute \`${name}\` stands twice in this <${element}>.`,
        "Keep one of the two.",
      );
    } else if (value !== null && value !== undefined && typeof value !== "string") {
      reporter.report(
        "attribute/expression",
        at,
        `The value of \`${name}\` cannot be code in curly brackets.`,
        `Write it in quotation marks, as in ${name}="…".`,
      );
    } else if (isFlag !== (value === null || value === undefined)) {
      reporter.report(
        "attribute/wrong-value",
        at,
        isFlag ? `\`${name}\` stands without a value.` : `\`${name}\` lacks its value.`,
        isFlag
          ? `Write just ${name}, or leave it out where it does not hold.`
          : `Write ${name}="…".`,
      );
    } else {
      found.set(name, literal(attribute, body, value ?? ""));
    }
  }
  for (const name of shape.required) {
    if (
      found.has(name) ||
      node.attributes.some((written) => "name" in written && written.name === name)
    )
      continue;
    reporter.report(
      "attribute/missing",
      startOf(node),
      `This <${element}> lacks the attribute \`${name}\`.`,
      `Write <${element} ${name}="…">.`,
    );
  }
  return found;
}
