/**
 * Facts of the plainest kind, past the YAML parser: names and values on lines of their own, lists of
 * them, and brackets. Whatever could mean anything else is left to the parser.
 */
import type { Position } from "~/core/diagnostic";
import { reservedNames, type YamlEntry, type YamlMap, type YamlValue } from "./yaml-value";

/** Thrown where something stands that the parser should read. */
const notPlain = new Error("The parser should read this.");

const maxDepth = 6;

/** Tabs, other control characters and marks of a document mean something only to the parser. */
const unusual = /[^\n\P{Cc}]|\uFEFF|^(?:---|\.\.\.|%)/mu;
/** A note that begins with a digit may be the rest of a text that was meant. */
const nothing = /^ *(?:#(?!\d).*)?$/;
const entryForm = /^([A-Za-z][\w-]*):(?: +|$)/;
const itemForm = /^- +(?=[^ ])/;

/** Where a text that is not quoted may begin: none of the signs that mean something to the parser. */
const plainStart = /^[^\s\-?:,[\]{}#&*!|>'"%@`~.+=<]/;
const numberForm = /^-?\d{1,15}(?:\.\d{1,15})?$/;
/** What might be a number in one of YAML's other forms. */
const numberLike = /^\d[\w.+-]*$/;
const wordForm = /^(?:true|false|null)$/i;
const innerMark = /: |:$| #/;

const quotedForm = /(?:"([^"\\]*)"|'([^']*)')/y;
const openList = /\[/y;
const closeList = /\]/y;
const openMap = /\{/y;
const closeMap = /\}/y;
const flowNameForm = /([A-Za-z][\w-]*): +/y;
const flowTextForm = /[^,[\]{}]+/y;
const spaces = / */y;
const comma = /,/y;

interface Line {
  readonly number: number;
  readonly indent: number;
  /** From the first sign that is no space to the last. */
  readonly text: string;
}

function linesOf(yaml: string, firstLine: number): readonly Line[] {
  return yaml.split("\n").flatMap((written, index) => {
    if (nothing.test(written)) return [];
    const text = written.replace(/^ +| +$/g, "");
    return [{ number: firstLine + index, indent: written.search(/[^ ]/), text }];
  });
}

function scalar(text: string, at: Position): YamlValue {
  if (numberForm.test(text)) return { kind: "scalar", value: Number(text), text, at };
  if (text === "true" || text === "false") {
    return { kind: "scalar", value: text === "true", text, at };
  }
  const isText = plainStart.test(text) && !innerMark.test(text);
  if (!isText || numberLike.test(text) || wordForm.test(text)) throw notPlain;
  return { kind: "scalar", value: text, text, at };
}

function missing(): never {
  throw notPlain;
}

function placeIn({ number, indent }: Line, offset: number): Position {
  return { line: number, column: indent + offset + 1 };
}

type Entries = Map<string, YamlEntry>;

/** Names that the parser has something to say about. */
function refuseUnusual(name: string, entries: Entries): void {
  if (reservedNames.has(name) || wordForm.test(name) || entries.has(name)) throw notPlain;
}

class PlainReader {
  /** The line that is read, and how far of its text is. */
  private next = 0;
  private offset = 0;

  constructor(private readonly lines: Line[]) {}

  /** The whole of it. */
  top(): YamlMap {
    const map = this.map(this.line ?? missing(), 0);
    if (this.line !== undefined) throw notPlain;
    return map;
  }

  private get line(): Line | undefined {
    return this.lines[this.next];
  }

  private block(first: Line, depth: number): YamlValue {
    if (depth > maxDepth) throw notPlain;
    return itemForm.test(first.text) ? this.list(first, depth) : this.map(first, depth);
  }

  private map(first: Line, depth: number): YamlMap {
    const entries: Entries = new Map();
    for (let line = this.line; line?.indent === first.indent; line = this.line) {
      const [written, name] = entryForm.exec(line.text) ?? [];
      if (written === undefined || name === undefined) break;
      refuseUnusual(name, entries);
      const isAlone = written.length === line.text.length;
      const value = isAlone
        ? this.beneath(line, depth + 1)
        : this.inline(line, written.length, depth + 1);
      entries.set(name, { value, at: placeIn(line, 0) });
    }
    // What is set in further goes on with a text, or is set in wrongly.
    if (entries.size === 0 || this.isDeeper(first)) throw notPlain;
    return { kind: "map", entries, isPartial: false, at: placeIn(first, 0) };
  }

  private list(first: Line, depth: number): YamlValue {
    const items: YamlValue[] = [];
    for (let line = this.line; line?.indent === first.indent; line = this.line) {
      const gap = itemForm.exec(line.text)?.[0].length;
      if (gap === undefined) break;
      const item = { ...line, indent: line.indent + gap, text: line.text.slice(gap) };
      const isMap = entryForm.test(item.text);
      if (isMap) this.lines[this.next] = item;
      items.push(isMap ? this.block(item, depth + 1) : this.inline(line, gap, depth + 1));
    }
    if (this.isDeeper(first)) throw notPlain;
    return { kind: "list", items, at: placeIn(first, 0) };
  }

  /** What belongs to a name that ends its line. A list may stand as far left as the name. */
  private beneath(name: Line, depth: number): YamlValue {
    this.next += 1;
    const { line } = this;
    const isList = line?.indent === name.indent && itemForm.test(line.text);
    if (line === undefined || (line.indent <= name.indent && !isList)) throw notPlain;
    return /^[[{]/.test(line.text) ? this.inline(line, 0, depth) : this.block(line, depth);
  }

  private isDeeper({ indent }: Line): boolean {
    return this.line !== undefined && this.line.indent > indent;
  }

  /** From `offset` to the end of a line: of this one, or of that on which a bracket closes. */
  private inline(line: Line, offset: number, depth: number): YamlValue {
    const isMarked = /["'[{]/.test(line.text.charAt(offset));
    this.offset = offset;
    const value = isMarked
      ? this.flow(line.indent, depth)
      : scalar(line.text.slice(offset), placeIn(line, offset));
    if (isMarked && this.offset !== this.line?.text.length) throw notPlain;
    this.next += 1;
    return value;
  }

  private take(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.offset;
    const found = form.exec(this.line?.text ?? "");
    if (found !== null) this.offset = form.lastIndex;
    return found;
  }

  /** Within brackets, which stand on a line set in by `indent`, or between quotation marks. */
  private flow(indent: number, depth: number): YamlValue {
    if (depth > maxDepth) throw notPlain;
    const at = placeIn(this.line ?? missing(), this.offset);
    if (this.take(openList)) {
      const items: YamlValue[] = [];
      this.untilClosed(closeList, indent, () => items.push(this.flow(indent, depth + 1)));
      return { kind: "list", items, at };
    }
    if (this.take(openMap)) {
      const entries: Entries = new Map();
      this.untilClosed(closeMap, indent, () => {
        const nameAt = placeIn(this.line ?? missing(), this.offset);
        const name = this.take(flowNameForm)?.[1] ?? missing();
        refuseUnusual(name, entries);
        entries.set(name, { value: this.flow(indent, depth + 1), at: nameAt });
      });
      return { kind: "map", entries, isPartial: false, at };
    }
    const quoted = this.take(quotedForm);
    if (quoted === null) return scalar((this.take(flowTextForm)?.[0] ?? "").replace(/ +$/, ""), at);
    const text = quoted[1] ?? quoted[2] ?? "";
    return { kind: "scalar", value: text, text, at };
  }

  private untilClosed(close: RegExp, indent: number, read: () => void): void {
    this.skipSpace(indent);
    while (this.take(close) === null) {
      read();
      this.skipSpace(indent);
      if (this.take(comma) === null) {
        if (this.take(close) === null) throw notPlain;
        return;
      }
      this.skipSpace(indent);
    }
  }

  /** To the next sign, on whichever line; further lines are set in further than that of the bracket. */
  private skipSpace(indent: number): void {
    this.take(spaces);
    let line = this.line ?? missing();
    while (this.offset === line.text.length) {
      this.next += 1;
      this.offset = 0;
      line = this.line ?? missing();
      if (line.indent <= indent) throw notPlain;
    }
  }
}

/** The facts in `yaml`, whose first line is `firstLine` of the file; null where the parser has to read them. */
export function plainYaml(yaml: string, firstLine: number): YamlMap | null {
  if (unusual.test(yaml)) return null;
  try {
    return new PlainReader([...linesOf(yaml, firstLine)]).top();
  } catch (reason) {
    if (reason === notPlain) return null;
    throw reason;
  }
}
