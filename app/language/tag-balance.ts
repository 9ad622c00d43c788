/** Which tag is not closed, closed twice, or closed by another name: the one that is to be mended. */
import type { Position } from "~/core/diagnostic";
import type { RuleId } from "~/core/diagnostic-rules";
import { fixForHtml, isHtml, meantElement } from "./element-names";
import { shapeOf, type ElementShape, type ElementTable } from "./elements";
import { positionAt } from "./source";
import { nearestName } from "./suggestion";
import { scanTags, withoutQuietParts, type Tag } from "./tag-scanner";

export interface Explanation {
  readonly rule: RuleId;
  readonly at: Position;
  readonly message: string;
  readonly fix: string;
}

class Balance {
  private readonly open: Tag[] = [];

  constructor(
    private readonly body: string,
    private readonly table: ElementTable,
    /** The line of the file on which the text begins. */
    private readonly firstLine = 1,
  ) {}

  private placeOf(offset: number): Position {
    const { line, column } = positionAt(this.body, offset);
    return { line: line + this.firstLine - 1, column };
  }

  private lineOf(offset: number): number {
    return this.placeOf(offset).line;
  }

  private say(rule: RuleId, offset: number, message: string, fix: string): Explanation {
    return { rule, at: this.placeOf(offset), message, fix };
  }

  private meant(name: string): string {
    return meantElement(name, null, this.table) ?? name;
  }

  private neverClosed(tag: Tag, before: string): Explanation {
    const { holds } = shapeOf(this.meant(tag.name), this.table) ?? { holds: "words" };
    return this.say(
      "mdx/unclosed",
      tag.offset,
      `<${tag.name}> is not closed${before}.`,
      holds === "nothing"
        ? `It holds no words: write <${tag.name} … /> with a slash at its end.`
        : `Add </${tag.name}> where it ends.`,
    );
  }

  private opens(tag: Tag): Explanation | null {
    const name = this.meant(tag.name);
    if (isHtml(tag.name) && !Object.hasOwn(this.table, name)) {
      return this.say(
        "element/raw",
        tag.offset,
        `HTML such as <${tag.name}> is not allowed.`,
        fixForHtml(tag.name),
      );
    }
    const parent = this.open.at(-1);
    const shape = shapeOf(name, this.table);
    if (parent && shape && !shape.within.includes(this.meant(parent.name))) {
      const line = this.lineOf(tag.offset);
      const isBack = this.meant(parent.name) === name && tag.attributes === 0;
      if (
        isBack &&
        (shape.required.length > 0 || this.body.slice(tag.end).trimStart().startsWith("<"))
      ) {
        return this.say(
          "mdx/unclosed",
          tag.offset,
          `This opens another <${tag.name}> where the one on line ${this.lineOf(parent.offset)} should be closed.`,
          `Write </${tag.name}> with its slash.`,
        );
      }
      const outer = [null, ...this.open.slice(0, -1).map((one) => this.meant(one.name))];
      if (outer.some((place) => shape.within.includes(place))) {
        return this.neverClosed(parent, ` before <${tag.name}> begins on line ${line}`);
      }
    }
    this.open.push(tag);
    return null;
  }

  private closes(tag: Tag): Explanation | null {
    const top = this.open.at(-1);
    if (top?.name === tag.name) {
      this.open.pop();
      return null;
    }
    const isKnown = Object.hasOwn(this.table, tag.name);
    if (top && !isKnown && nearestName(tag.name, [top.name]) !== null) {
      return this.say(
        "mdx/unclosed",
        tag.offset,
        `</${tag.name}> closes nothing: <${top.name}> on line ${this.lineOf(top.offset)} is open.`,
        `Did you mean </${top.name}>?`,
      );
    }
    if (top && !Object.hasOwn(this.table, top.name) && this.meant(top.name) === tag.name) {
      return this.say(
        "element/unknown",
        top.offset,
        `There is no element <${top.name}>.`,
        `Did you mean <${tag.name}>?`,
      );
    }
    if (top && this.open.some((one) => one.name === tag.name)) {
      const line = this.lineOf(tag.offset);
      return this.neverClosed(top, ` before </${tag.name}> on line ${line}`);
    }
    return this.closesNothing(tag);
  }

  /** The opening tag that a closing one without one may once have had. */
  private closesNothing(tag: Tag): Explanation {
    const before = withoutQuietParts(this.body).slice(0, tag.offset);
    const own = new RegExp(
      `(<)?(?<![\\w/])${tag.name}[ \\t]+[a-zA-Z]+="[^"]*"[^<>\\n]*?(/>|>)`,
      "g",
    );
    const last = [...before.matchAll(own)].at(-1);
    const since = last ? before.slice(last.index) : "";
    if (last && !since.includes(`</${tag.name}>`)) {
      if (last[1] === undefined) {
        return this.say(
          "mdx/unclosed",
          last.index,
          `Before ${tag.name} its < is missing, so that it is no tag.`,
          `Write <${tag.name} ….`,
        );
      }
      if (last[2] === "/>") {
        return this.say(
          "mdx/unclosed",
          last.index + last[0].length - 2,
          `<${tag.name}> ends here, with a slash, and </${tag.name}> comes again on line ${this.lineOf(tag.offset)}.`,
          "Take the slash out.",
        );
      }
    }
    return this.say(
      "mdx/unclosed",
      tag.offset,
      `</${tag.name}> closes an element that was never opened.`,
      "Take it out, or look for its opening tag above: it may be spelt differently.",
    );
  }

  /** `tags` are those of the text, unless only some of them are asked about. */
  first(tags = scanTags(this.body, this.table)): Explanation | null {
    for (const tag of tags) {
      if (tag.kind === "stray" || tag.slip) {
        const { offset, message, fix } = tag.slip ?? { offset: 0, message: "", fix: "" };
        const isAddress = message.startsWith("An address");
        return this.say(isAddress ? "address/not-allowed" : "mdx/syntax", offset, message, fix);
      }
      const found =
        tag.kind === "open" ? this.opens(tag) : tag.kind === "close" ? this.closes(tag) : null;
      if (found) return found;
    }
    const last = this.open.at(-1);
    return last ? this.neverClosed(last, " before the file ends") : null;
  }
}

/** The first mistake in the tags of a text that could not be read; null where they are all in order. */
export function firstTagMistake(body: string, table: ElementTable): Explanation | null {
  return new Balance(body, table).first();
}

interface Section {
  readonly text: string;
  readonly firstLine: number;
}

/** What stands at the top of a file and holds the rest, as a scene does, be it in an interlude or not. */
const isPart = ({ within, holds }: ElementShape) =>
  within.includes(null) && (within.length === 1 || holds === "elements");

const anyTag = /<\/?([A-Za-z]+)[^<>\n]*>/g;
/** A tag as far as its line and its signs go, whether or not it is finished. */
const halfTag = /<(\/?)([A-Za-z]+)([^<>\n]*)>?/g;
const blank = (text: string) => text.replace(/[^\n]/g, " ");

/** Parts of the file, and what only holds such parts together, as an interlude does. */
function partsIn(table: ElementTable) {
  const parts = Object.values(table).filter(isPart);
  const holders = parts.flatMap(({ within }) => within).filter((name) => name !== null);
  const meant = (name: string) => meantElement(name, null, table) ?? name;
  return {
    isPart: (name: string) => {
      const shape = shapeOf(meant(name), table);
      return shape !== null && isPart(shape);
    },
    isHolder: (name: string) => holders.includes(meant(name)),
  };
}

/** A tag with nothing wrong inside it; whether it is closed is another matter. */
function isSound(tag: string, table: ElementTable): boolean {
  return [...scanTags(tag, table)].every(({ kind, slip }) => kind !== "stray" && slip === null);
}

/** The text without the tags that only hold parts together, cut before each line that begins one. */
function sectionsOf(text: string, table: ElementTable): readonly Section[] {
  const { isPart: begins, isHolder } = partsIn(table);
  const body = text.replace(anyTag, (tag, name: string) =>
    isHolder(name) && isSound(tag, table) ? blank(tag) : tag,
  );
  const starts = [...withoutQuietParts(body).matchAll(/^[ \t]*<([A-Za-z]+)/gm)]
    .filter(([, name = ""]) => begins(name))
    .map(({ index }) => index);
  let firstLine = positionAt(body, starts[0] ?? 0).line;
  return starts.map((start, at) => {
    const section = { text: body.slice(start, starts[at + 1]), firstLine };
    firstLine += section.text.split("\n").length - 1;
    return section;
  });
}

/** What is wrong with how the tags that hold parts together open and close; what is in them is another matter. */
function firstHolderMistake(body: string, table: ElementTable): Explanation | null {
  const { isHolder } = partsIn(table);
  const tags = [...withoutQuietParts(body).matchAll(halfTag)].map((found): Tag => {
    const [whole, slash = "", name = "", rest = ""] = found;
    const kind = slash !== "" ? "close" : rest.endsWith("/") ? "void" : "open";
    const end = found.index + whole.length;
    return { kind, name, offset: found.index, end, attributes: rest.trim().length, slip: null };
  });
  return new Balance(body, table).first(tags.filter(({ name }) => isHolder(name)));
}

const MOST = 10;

/**
 * The first mistake in each scene, ending or the like that begins below `line`. What follows a mistake
 * within the same one may only follow from it; beyond it everything begins anew.
 */
export function laterTagMistakes(
  body: string,
  table: ElementTable,
  line: number,
): readonly Explanation[] {
  const found: Explanation[] = [];
  const holder = firstHolderMistake(body, table);
  if (holder && holder.at.line !== line) found.push(holder);
  for (const { text, firstLine } of sectionsOf(body, table)) {
    const mistake = firstLine > line ? new Balance(text, table, firstLine).first() : null;
    if (mistake) found.push(mistake);
    if (found.length === MOST) break;
  }
  return found.toSorted((one, other) => one.at.line - other.at.line);
}
