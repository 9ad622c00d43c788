/**
 * The tree of a text whose lines are plain, without the parser: most of what a role-play consists of is
 * tags on lines of their own and words with tags among them, and of these the parser makes a thousand
 * events a page. It is asked only for blocks in which there is other Markdown, as a quotation, and for the
 * whole text where such a block could mean something beyond itself.
 */
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import type { Point, Position } from "unist";
import { pointAt, readLine, tagsAlone, type Line, type Tag, type Words } from "./plain-line";

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** What could mean something beyond its own block: addresses for references, braces, and what the parser replaces. */
const reachesFar = /[[\]{}\uFEFF]|(?!\n)\p{Cc}/u;

/** Elements that are open, outermost first, and where what comes next belongs. */
class Nesting<Child extends Nodes> {
  readonly #open: Jsx[] = [];

  constructor(
    private readonly type: Jsx["type"],
    private readonly outermost: Child[],
  ) {}

  get isClosed(): boolean {
    return this.#open.length === 0;
  }

  add(child: Child): void {
    const children = (this.#open.at(-1)?.children as Child[] | undefined) ?? this.outermost;
    children.push(child);
  }

  /** False where it closes what is not open. */
  take({ closes, isWhole, name, attributes, position }: Tag): boolean {
    if (closes) {
      const closed = this.#open.pop();
      if (closed?.position === undefined || closed.name !== name) return false;
      closed.position.end = position.end;
      return true;
    }
    const { type } = this;
    const element = { type, name, attributes, children: [], position: { ...position } } as Jsx;
    this.add(element as unknown as Child);
    if (!isWhole) this.#open.push(element);
    return true;
  }
}

function emphasised({ value, position }: Words): PhrasingContent {
  const inner = { start: pointAt(position.start, 1), end: pointAt(position.end, -1) };
  return { type: "emphasis", children: [{ type: "text", value, position: inner }], position };
}

/** The paragraph of lines that need no parser; null where its tags do not fit together. */
function plainParagraph(lines: readonly Line[]): Paragraph | null {
  const children: PhrasingContent[] = [];
  const nesting = new Nesting<PhrasingContent>("mdxJsxTextElement", children);
  let said = "";
  let position: Position | null = null;
  const say = (value: string, start: Point, end: Point): void => {
    said += value;
    position = { start: position?.start ?? start, end };
  };
  const flush = (): void => {
    if (position !== null) nesting.add({ type: "text", value: said, position });
    said = "";
    position = null;
  };
  let end: Point | undefined;
  for (const { tokens } of lines) {
    // The end of a line belongs to the words around it.
    if (end !== undefined) {
      say("\n", end, { line: end.line + 1, column: 1, offset: (end.offset ?? 0) + 1 });
    }
    for (const token of tokens ?? []) {
      ({ end } = token.position);
      if (token.kind === "words") {
        say(token.value, token.position.start, end);
        continue;
      }
      flush();
      if (token.kind === "tag" && !nesting.take(token)) return null;
      if (token.kind === "emphasis") nesting.add(emphasised(token));
    }
  }
  flush();
  const [first] = lines;
  if (!nesting.isClosed || first === undefined || end === undefined) return null;
  return { type: "paragraph", children, position: { start: first.start, end } };
}

/**
 * What blocks may be read by themselves: they end with their lines, or, as a list, where what comes next shows it.
 * Code ends where the whole text says so, wherever it began.
 */
const ownBlocks: readonly string[] = [
  ...["paragraph", "heading", "thematicBreak"],
  ...["blockquote", "list", "listItem"],
];
const holders: readonly string[] = ["blockquote", "list", "listItem"];

function isOwn(node: Nodes): boolean {
  if (!ownBlocks.includes(node.type)) return false;
  const isHolder = "children" in node && holders.includes(node.type);
  return !isHolder || (node.children as Nodes[]).every(isOwn);
}

const listItem = /^(?:[-+*]|\d{1,9}[.)])(?: |$)/;

/** An item of its own, or set in further than the list is. */
function goesOnWith({ position }: RootContent, { text, start }: Line): boolean {
  const column = position?.start.column ?? 0;
  return text !== "" && (start.column > column || listItem.test(text));
}

function moved(node: { position?: Position | undefined }, lines: number, offset: number): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (point === undefined) continue;
    point.line += lines;
    point.offset = (point.offset ?? 0) + offset;
  }
}

function moveAll(node: Nodes, lines: number, offset: number): void {
  moved(node, lines, offset);
  if ("attributes" in node) for (const each of node.attributes) moved(each, lines, offset);
  if ("children" in node) for (const child of node.children) moveAll(child, lines, offset);
}

/** Lines that belong together, read by the parser and put in their place; null where they may reach beyond. */
function parsedBlocks(
  lines: readonly Line[],
  body: string,
  parse: (text: string) => Root,
): readonly RootContent[] | null {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = (first.start.offset ?? 0) - first.start.column + 1;
  const text = body.slice(from, (last.start.offset ?? 0) + last.text.length);
  if (reachesFar.test(text)) return null;
  const { children } = parse(text);
  if (!children.every(isOwn)) return null;
  for (const child of children) moveAll(child, first.start.line - 1, from);
  return children;
}

/**
 * The tree that the parser would make of this text; null where only the parser can say. `parse` is the parser,
 * asked for single blocks; what it throws is thrown.
 */
export function plainTree(body: string, parse: (text: string) => Root): Root | null {
  const root: Root = { type: "root", children: [] };
  const nesting = new Nesting<RootContent>("mdxJsxFlowElement", root.children);
  let together: Line[] = [];
  /** The blocks of the lines before; null where only the parser can say. */
  const settle = (): readonly RootContent[] | null => {
    const lines = together;
    together = [];
    if (lines.length === 0) return [];
    const isPlain = lines.every(({ tokens }) => tokens !== null);
    const paragraph = isPlain ? plainParagraph(lines) : null;
    const blocks = isPlain ? paragraph && [paragraph] : parsedBlocks(lines, body, parse);
    for (const block of blocks ?? []) nesting.add(block);
    return blocks;
  };
  /** The list that ended with the last block: what comes next may belong to it, or to one of its items. */
  let list: RootContent | null = null;
  let start: Point = { line: 1, column: 1, offset: 0 };
  for (const written of body.split("\n")) {
    const line = readLine(written, start);
    const tags = tagsAlone(line);
    if (together.length === 0 && list !== null && goesOnWith(list, line)) return null;
    if (tags === null) together.push(line);
    else {
      const blocks = settle();
      if (blocks === null || !tags.every((each) => nesting.take(each))) return null;
      const last = blocks.at(-1);
      if (last !== undefined) list = last.type === "list" ? last : null;
      // Right behind a list a tag may stand in the last item.
      if (last?.type === "list" && tags.length > 0) return null;
      if (tags.length > 0) list = null;
    }
    start = { line: start.line + 1, column: 1, offset: (start.offset ?? 0) + written.length + 1 };
  }
  if (settle() === null || !nesting.isClosed) return null;
  const last = body.length - body.lastIndexOf("\n") - 1;
  const end = { line: start.line - 1, column: last + 1, offset: body.length };
  root.position = { start: { line: 1, column: 1, offset: 0 }, end };
  return root;
}
