/**
 * Tags as an author wrote them, mistakes included: read letter by letter where the Markdown parser
 * gave up, so that the one mistake is found and not only where it was noticed.
 */
import { shapeOf, type ElementShape, type ElementTable } from "./elements";
import { isHtml, meantElement } from "./element-names";
import { namedSign, typeAgain } from "./suggestion";

export interface Slip {
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

export interface Tag {
  readonly kind: "open" | "close" | "void";
  /** As written. */
  readonly name: string;
  readonly offset: number;
  readonly end: number;
  /** How many attributes it has. */
  readonly attributes: number;
  /** What is wrong inside it. */
  readonly slip: Slip | null;
}

const curly = /[“”„‟‘’‚«»]/;
const nameStart = /[A-Za-z]/;
const attributePart = /[A-Za-z0-9_-]/;
/** Notes, fenced blocks and code between backticks: nothing in them is a tag. */
const quiet =
  /\{\/\*[\s\S]*?\*\/\}|(?:^|\n)[ \t]*(```+|~~~+)[^\n]*\n[\s\S]*?\n[ \t]*\1[^\n]*|(`+)(?!`)[^\n]*?[^`]\2(?!`)/g;

/** The text with everything in which nothing is a tag blanked out; line ends stay. */
export function withoutQuietParts(body: string): string {
  return body.replace(quiet, (part) => part.replace(/[^\n]/g, " "));
}

class TagReader {
  private at: number;
  private attributes = 0;
  private slip: Slip | null = null;
  /** The attribute read last that has a value, and where that ends. */
  private closed: { readonly name: string; readonly at: number } | null = null;

  constructor(
    private readonly text: string,
    private readonly offset: number,
    private readonly name: string,
    private readonly shape: ElementShape | null,
  ) {
    this.at = offset + 1 + name.length;
  }

  private fail(offset: number, message: string, fix: string): null {
    this.slip ??= { offset, message, fix };
    return null;
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? "")) this.at += 1;
  }

  private word(): string {
    const start = this.at;
    while (attributePart.test(this.text[this.at] ?? "")) this.at += 1;
    return this.text.slice(start, this.at);
  }

  /** The value after an equals sign; null where it cannot be read, which is then said. */
  private value(name: string): true | null {
    const start = this.at;
    const mark = this.text[start] ?? "";
    const example = `Write it between straight quotation marks, as in ${name}="…".`;
    if (curly.test(mark)) {
      return this.fail(
        start,
        `The quotation marks around the value of \`${name}\` are the curly kind, which a word processor makes.`,
        example,
      );
    }
    if (mark === "{") {
      const end = this.text.indexOf("}", start);
      this.at = end === -1 ? this.text.length : end + 1;
      return true;
    }
    if (mark !== '"' && mark !== "'") {
      return this.fail(start, `The value of \`${name}\` needs quotation marks around it.`, example);
    }
    const end = this.text.indexOf(mark, start + 1);
    const inside = this.text.slice(start + 1, end === -1 ? undefined : end);
    const runsOn =
      /[\s,;]+[A-Za-z]+\s*=\s*$/.test(inside) || /[<>]\s*\/?\s*[A-Za-z]+[\s>]/.test(inside);
    if (end === -1 || runsOn || /\n[ \t]*\n/.test(inside)) {
      return this.fail(
        start,
        /^[^\s"']*['"“”‘’]/.test(inside)
          ? `The value of \`${name}\` begins with one kind of quotation mark and ends with another.`
          : `The quotation mark that opens the value of \`${name}\` is never closed.`,
        `Write ${name}="${/^[\w-]*/.exec(inside)?.[0] || "…"}".`,
      );
    }
    this.at = end + 1;
    this.closed = { name, at: this.at };
    return true;
  }

  private attribute(): true | null {
    const start = this.at;
    const name = this.word();
    this.attributes += 1;
    const { flags = [], required = [], optional = [] } = this.shape ?? {};
    const isFlag = flags.includes(name);
    const isKnown = isFlag || [...required, ...optional].includes(name);
    const after = this.text[this.at] ?? "";
    if (isKnown && (after === '"' || after === "'" || after === ":")) {
      return this.fail(
        this.at,
        `Between \`${name}\` and its value stands an equals sign, and nothing else.`,
        `Write ${name}="…".`,
      );
    }
    const behind = this.at;
    this.space();
    if (this.text[this.at] === "=") {
      this.at += 1;
      this.space();
      return this.value(name);
    }
    if (isFlag || this.text[this.at] === ">" || this.text[this.at] === "/") return true;
    if (isKnown && /["'“”]/.test(this.text[this.at] ?? "")) {
      return this.fail(
        this.at,
        `Between \`${name}\` and its value stands an equals sign, and nothing else.`,
        `Write ${name}="…".`,
      );
    }
    this.at = behind;
    return this.unfinished(start);
  }

  /** Words where an attribute or the end of the tag should stand. */
  private unfinished(offset: number): null {
    if (this.closed?.at === offset) {
      return this.fail(
        offset - 1,
        `The value of \`${this.closed.name}\` ends here, at a quotation mark that seems to belong into it.`,
        "Take out the quotation marks that stand inside it; in a text, “ and ” may stand there.",
      );
    }
    let end = offset;
    while (end > this.offset && /\s/.test(this.text[end - 1] ?? "")) end -= 1;
    return this.fail(
      end,
      `The tag <${this.name}> is not finished: its > is missing.`,
      `Put a > at the end of <${this.name} …, before its words.`,
    );
  }

  private part(): true | null {
    const sign = this.text[this.at] ?? "";
    if (nameStart.test(sign)) return this.attribute();
    if (sign === "{") {
      const end = this.text.indexOf("}", this.at);
      this.at = end === -1 ? this.text.length : end + 1;
      return true;
    }
    if (sign === "" || sign === "<") return this.unfinished(this.at);
    if (sign === "," || sign === ";") {
      return this.fail(
        this.at,
        `Between two attributes of <${this.name}> stands a space, and no \`${sign}\`.`,
        "Take it out.",
      );
    }
    if (sign === '"' || sign === "'") {
      return this.fail(
        this.at,
        "A quotation mark too many, or one that is missing before it.",
        'Every attribute is written name="value".',
      );
    }
    return this.fail(
      this.at,
      `${namedSign(this.text, this.at)} has no meaning in a tag.`,
      typeAgain(sign) ??
        'A tag looks like <Line by="rosa" mood="worried">: a name, then name="value" as often as needed, then >.',
    );
  }

  read(): Tag {
    const { name, offset } = this;
    const tag = (kind: Tag["kind"], end: number): Tag => ({
      kind,
      name,
      offset,
      end,
      attributes: this.attributes,
      slip: this.slip,
    });
    for (;;) {
      this.space();
      if (this.text[this.at] === ">") return tag("open", this.at + 1);
      const closing = /^\/\s*>/.exec(this.text.slice(this.at, this.at + 20))?.[0];
      if (closing !== undefined) return tag("void", this.at + closing.length);
      if (this.part() === null) return tag("open", this.at);
    }
  }
}

const known = (name: string, table: ElementTable) =>
  isHtml(name) || meantElement(name, null, table) !== null;

/** A `<` that begins no tag: what it was meant to be. Null where it is only a sign in the text. */
function strayBracket(text: string, offset: number, table: ElementTable): Slip | null {
  const rest = text.slice(offset + 1, offset + 200);
  const escape = "To write the sign itself, put a space after it, or write &lt;.";
  const spaced = /^\s+(\/?)\s*([A-Za-z]+)/.exec(rest);
  if (spaced?.[2] !== undefined) {
    const isTag = known(spaced[2], table) && /^\s+\/?\s*[A-Za-z]+(?:\s+\w+=|\s*\/?>)/.test(rest);
    return isTag
      ? {
          offset,
          message: `Between < and ${spaced[2]} stands a space, so that it is no tag.`,
          fix: `Write <${spaced[1] ?? ""}${spaced[2]} without the space.`,
        }
      : null;
  }
  if (/^\s/.test(rest) || rest === "") return null;
  if (rest.startsWith("!")) {
    return {
      offset: offset + 1,
      message: "HTML comments are not allowed.",
      fix: "Write {/* your note */} instead.",
    };
  }
  if (rest.startsWith("\\")) {
    const name = /^\\([A-Za-z]+)/.exec(rest)?.[1] ?? "Choice";
    return {
      offset,
      message: "A closing tag has a slash that leans forward.",
      fix: `Write </${name}>.`,
    };
  }
  return {
    offset: offset + 1,
    message: "After < should come the name of an element.",
    fix: escape,
  };
}

export type Scanned = Tag | { readonly kind: "stray"; readonly slip: Slip };

/** Every tag in the text, in its order, until one is so broken that nothing after it can be told. */
export function scanTags(body: string, table: ElementTable): readonly Scanned[] {
  const text = withoutQuietParts(body);
  const tags: Scanned[] = [];
  for (let offset = text.indexOf("<"); offset !== -1; offset = text.indexOf("<", offset + 1)) {
    if (text[offset - 1] === "\\") continue;
    const closing = /^<\/\s*([A-Za-z][\w.:-]*)\s*>/.exec(text.slice(offset, offset + 90));
    if (closing?.[1] !== undefined) {
      const end = offset + closing[0].length;
      tags.push({ kind: "close", name: closing[1], offset, end, attributes: 0, slip: null });
      continue;
    }
    const name = /^<([A-Za-z][\w.:-]*)/.exec(text.slice(offset, offset + 90))?.[1];
    const isAddress = /^<[A-Za-z][\w+.-]*(?::\/\/|@)/.test(text.slice(offset, offset + 90));
    if (name === undefined || isAddress) {
      const half = /^<\/\s*([A-Za-z][\w.:-]*)/.exec(text.slice(offset, offset + 90))?.[1];
      const slip: Slip | null = isAddress
        ? {
            offset,
            message: "An address in angle brackets cannot stand here.",
            fix: "Write [the words to click](https://…).",
          }
        : half === undefined
          ? strayBracket(text, offset, table)
          : {
              offset,
              message: `The closing tag </${half} is not finished: its > is missing.`,
              fix: `Write </${half}>.`,
            };
      if (slip) tags.push({ kind: "stray", slip });
      continue;
    }
    const meant = meantElement(name, null, table) ?? name;
    const tag = new TagReader(text, offset, name, shapeOf(meant, table)).read();
    tags.push(tag);
    if (tag.slip) return tags;
    offset = tag.end - 1;
  }
  return tags;
}
