/** Attributes of an element: literal texts or bare flags, and where each part of a text stands. */
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import type { Position } from "~/core/diagnostic";
import type { RuleId } from "~/core/diagnostic-rules";
import type { ElementShape } from "./elements";
import { startOf } from "./node-place";
import type { Reporter } from "./reporter";
import { positionAt } from "./source";
import { nearestName, quoted, suggestName } from "./suggestion";

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

/**
 * Walks the raw value beside the one that was read from it: entities are resolved there, those that
 * are known, and what a line after the first is set in by is gone.
 */
function rawOffset(raw: string, value: string, index: number): number {
  if (!/[&\n]/.test(raw)) return index;
  let offset = 0;
  let seen = 0;
  while (seen < index && offset < raw.length) {
    const sign = entity.exec(raw.slice(offset, offset + 40))?.[0];
    const isWord = sign?.toLowerCase() !== "&amp;" && value.startsWith(sign ?? "", seen);
    if (sign === undefined || isWord) {
      offset += /^\n[^\S\n]*/.exec(raw.slice(offset))?.[0].length ?? 1;
      seen += 1;
    } else {
      offset += sign.length;
      seen += (value.codePointAt(seen) ?? 0) > 0xffff ? 2 : 1;
    }
  }
  return offset;
}

/** Where the letter at `offset` of `text` stands, which itself begins at `start`. */
function positionWithin(text: string, { line, column }: Position, offset: number): Position {
  const within = positionAt(text, offset);
  return within.line === 1
    ? { line, column: column + within.column - 1 }
    : { line: line + within.line - 1, column: within.column };
}

function literal(attribute: MdxJsxAttribute, body: string, value: string): Attribute {
  const position = attribute.position;
  const start = position?.start.offset ?? 0;
  const raw = body.slice(start, position?.end.offset ?? start);
  const opening = /^[^=]*=\s*["']/.exec(raw)?.[0].length ?? 0;
  const at = { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
  return {
    name: attribute.name,
    value,
    at,
    placeOf: (index) =>
      positionWithin(raw, at, opening + rawOffset(raw.slice(opening), value, index)),
  };
}

/** What reads these says more of an empty one; and a picture that only decorates has nothing in its `alt`. */
const mayBeEmpty: ReadonlySet<string> = new Set([
  ...["start", "oneOf", "says", "min", "max", "weight", "after"],
  ...["to", "set", "phrases", "unless", "shows", "misses", "src", "alt"],
]);

/** Names of attributes that were mistyped, and what each was meant to be, as far as that is plain. */
function meantNames(
  names: readonly string[],
  known: readonly string[],
): ReadonlyMap<string, string> {
  const free = known.filter((name) => !names.includes(name));
  const meant = new Map<string, string>();
  for (const name of names.filter((written) => !known.includes(written))) {
    const nearest = nearestName(
      name,
      free.filter((candidate) => ![...meant.values()].includes(candidate)),
    );
    if (nearest !== null) meant.set(name, nearest);
  }
  return meant;
}

class AttributeReader {
  private readonly found = new Map<string, Attribute>();
  private readonly known: readonly string[];
  private readonly meant: ReadonlyMap<string, string>;

  constructor(
    private readonly node: MdxJsxFlowElement | MdxJsxTextElement,
    private readonly body: string,
    private readonly shape: ElementShape,
    private readonly element: string,
    private readonly reporter: Reporter,
  ) {
    this.known = [...shape.required, ...shape.optional, ...shape.flags];
    const written = node.attributes.flatMap((attribute) =>
      attribute.type === "mdxJsxAttribute" ? [attribute.name] : [],
    );
    this.meant = meantNames(written, this.known);
  }

  private report(rule: RuleId, at: Position, message: string, fix: string): void {
    this.reporter.report(rule, at, message, fix);
  }

  /** The name that is meant; null, and reported, where none is. A mistyped one is reported and read as meant. */
  private nameOf(written: string, at: Position): string | null {
    if (this.known.includes(written)) return written;
    const meant = this.meant.get(written) ?? null;
    const fix =
      this.known.length === 0
        ? `<${this.element}> takes no attributes.`
        : meant === null
          ? suggestName(written, this.known, `attributes of <${this.element}>`)
          : `Did you mean \`${meant}\`?`;
    this.report(
      "attribute/unknown",
      at,
      `<${this.element}> has no attribute ${quoted(written)}.`,
      fix,
    );
    return meant;
  }

  /** A value that lacks its second quotation mark takes the next name along; nothing after it can be trusted. */
  private runsOn({ name, value }: MdxJsxAttribute, at: Position): boolean {
    const next =
      typeof value === "string" ? /[\s,;]([A-Za-z]+)\s*=\s*$/.exec(value)?.[1] : undefined;
    if (next === undefined || !this.known.includes(next)) return false;
    this.report(
      "attribute/wrong-value",
      at,
      `The quotation mark that opens the value of \`${name}\` is never closed.`,
      `Close it before ${next}=.`,
    );
    return true;
  }

  private one(attribute: MdxJsxAttribute, at: Position): void {
    const { value } = attribute;
    const name = this.nameOf(attribute.name, at);
    if (name === null) return;
    const isFlag = this.shape.flags.includes(name);
    if (this.found.has(name)) {
      this.report(
        "attribute/duplicate",
        at,
        `The attribute \`${name}\` stands twice in this <${this.element}>.`,
        "Keep one of the two.",
      );
      return;
    }
    if (value !== null && value !== undefined && typeof value !== "string") {
      this.report(
        "attribute/expression",
        at,
        `The value of \`${name}\` cannot be code in curly brackets.`,
        `Write it in quotation marks, as in ${name}="…".`,
      );
      return;
    }
    const isBare = value === null || value === undefined;
    if (isFlag !== isBare) {
      this.report(
        "attribute/wrong-value",
        at,
        isFlag ? `\`${name}\` stands without a value.` : `\`${name}\` lacks its value.`,
        isFlag
          ? `Write just ${name}, or leave it out where it does not hold.`
          : `Write ${name}="…".`,
      );
      if (!isFlag) return;
    }
    const isRequired = this.shape.required.includes(name);
    // Where it may be left out, `when` is a condition.
    const isTold = mayBeEmpty.has(name) || (name === "when" && !isRequired);
    if (!isBare && value.trim() === "" && !isTold) {
      this.report(
        "attribute/wrong-value",
        at,
        `The value of \`${name}\` is empty.`,
        `Write ${name}="…"${isRequired ? "" : ", or take it out"}.`,
      );
      return;
    }
    this.found.set(name, literal(attribute, this.body, value ?? ""));
  }

  read(): ReadonlyMap<string, Attribute> {
    const tried = new Set<string>();
    for (const attribute of this.node.attributes) {
      const start = attribute.position?.start;
      const at = start ? { line: start.line, column: start.column } : startOf(this.node);
      if (attribute.type === "mdxJsxAttribute") {
        tried.add(this.meant.get(attribute.name) ?? attribute.name);
        if (this.runsOn(attribute, at)) return this.found;
        this.one(attribute, at);
      } else {
        this.report(
          "attribute/expression",
          at,
          "Attributes cannot come from code in curly brackets.",
          'Write each as name="value".',
        );
      }
    }
    const others = this.node.attributes.length > 0 ? " …" : "";
    for (const name of this.shape.required.filter((required) => !tried.has(required))) {
      this.report(
        "attribute/missing",
        startOf(this.node),
        `This <${this.element}> lacks the attribute \`${name}\`.`,
        `Write <${this.element}${others} ${name}="…"${this.shape.holds === "nothing" ? " /" : ""}>.`,
      );
    }
    return this.found;
  }
}

/** The attributes that fit the element, by name; a sentence for each that does not or is missing. */
export function readAttributes(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  body: string,
  shape: ElementShape,
  element: string,
  reporter: Reporter,
): ReadonlyMap<string, Attribute> {
  return new AttributeReader(node, body, shape, element, reporter).read();
}
