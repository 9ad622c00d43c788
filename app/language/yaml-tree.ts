/**
 * YAML as a tree of plain values with places. Only what JSON could say: no anchors, aliases, tags,
 * merge keys or names that JavaScript reserves.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type YAMLError } from "yaml";
import type { Position } from "~/core/diagnostic";
import { slipBehind } from "./facts/slip-behind";
import { explainYaml } from "./yaml-explanation";
import type { Reporter } from "./reporter";
import { quoted } from "./suggestion";
import { plainYaml } from "./plain-yaml";
import { firstProblem, parseYaml } from "./yaml-problem";
import { reservedNames, type YamlEntry, type YamlMap, type YamlValue } from "./yaml-value";

const MAX_DEPTH = 8;
const MAX_LENGTH = 128 * 1024;

/** The parser nests as deep as its input; so much depth is refused before it sees it. */
const nestedDeep = /(?:[[{][\s,]*){12}|(?:[-?:][ \t]+){12}|(?:^|\n)[ \t]{200}/;

class TreeReader {
  constructor(
    private readonly yaml: string,
    private readonly counter: LineCounter,
    private readonly firstLine: number,
    private readonly reporter: Reporter,
  ) {}

  at(offset: number): Position {
    const { line, col } = this.counter.linePos(offset);
    return { line: Math.max(line, 1) + this.firstLine - 1, column: Math.max(col, 1) };
  }

  private place(node: Node | null | undefined, fallback: Position): Position {
    return node?.range ? this.at(node.range[0]) : fallback;
  }

  read(node: Node | null | undefined, fallback: Position, depth: number): YamlValue {
    const at = this.place(node, fallback);
    if (!node) return { kind: "scalar", value: null, text: "", at };
    const nothing: YamlValue = { kind: "scalar", value: null, text: "", isRefused: true, at };
    if (depth > MAX_DEPTH) {
      this.reporter.report(
        "yaml/too-deep",
        at,
        "These facts are nested too deep.",
        "Keep them flat: no fact needs so many lists inside lists.",
      );
      return nothing;
    }
    if (isAlias(node) || node.anchor !== undefined) {
      this.reporter.report(
        "yaml/alias",
        at,
        "Anchors (`&name`) and aliases (`*name`) are not allowed in the facts.",
        "Write the value out, or put quotes around a text that begins with & or *.",
      );
      return nothing;
    }
    if (node.tag !== undefined && !/^tag:yaml\.org,2002:(?:map|seq|str)$/.test(node.tag)) {
      this.reporter.report(
        "yaml/tag",
        this.tagBefore(node, at),
        "YAML tags (`!name`) are not allowed.",
        "Write the value without it, or put quotes around it.",
      );
      return nothing;
    }
    if (isMap(node)) return this.readMap(node, at, depth);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item as Node | null, at, depth + 1));
      return { kind: "list", items, at };
    }
    if (!isScalar(node)) return nothing;
    const { value } = node;
    if (typeof value === "string") {
      this.reportCutOff(node);
      return { kind: "scalar", value, text: value, at };
    }
    const known = typeof value === "number" || typeof value === "boolean";
    return { kind: "scalar", value: known ? value : null, text: node.source ?? "", at };
  }

  /** A note begins with a hash and a space; in front of a number it was meant to be read. */
  private reportCutOff({ comment, range }: Node): void {
    if (!range || !/^\d/.test(comment ?? "")) return;
    this.reporter.report(
      "yaml/syntax",
      this.at(this.yaml.indexOf("#", range[1])),
      `What stands after a space and a # is a note, so that ${quoted(`#${comment ?? ""}`)} would be left out.`,
      "Put quotation marks around the whole text.",
    );
  }

  /** A value's own place is behind its tag. */
  private tagBefore(node: Node, at: Position): Position {
    const behind = /(?<=(?<tag>![^\s,[\]{}]*)\s*)/dy;
    behind.lastIndex = node.range?.[0] ?? 0;
    const tag = behind.exec(this.yaml)?.indices?.groups?.["tag"];
    return tag ? this.at(tag[0]) : at;
  }

  private readMap(node: Node, at: Position, depth: number): YamlValue {
    const entries = new Map<string, YamlEntry>();
    let isPartial = false;
    if (!isMap(node)) return { kind: "map", entries, isPartial, at };
    for (const pair of node.items) {
      const keyAt = this.place(pair.key as Node | null, at);
      const key = this.read(pair.key as Node | null, at, depth + 1);
      const name = key.kind === "scalar" && key.value !== null ? key.text : null;
      if (name === null) {
        isPartial = true;
        if (key.kind === "scalar" && key.isRefused) continue;
        this.reporter.report(
          "yaml/syntax",
          keyAt,
          "A fact needs a plain name before its colon.",
          "Write it as in title: a few words.",
        );
      } else if (reservedNames.has(name)) {
        this.reporter.report(
          "field/reserved",
          keyAt,
          `The name ${quoted(name)} is reserved.`,
          "Take this line out.",
        );
      } else if (name === "<<") {
        isPartial = true;
        this.reporter.report(
          "yaml/alias",
          keyAt,
          "Facts cannot be taken over from elsewhere with `<<`.",
          "Write each of them out here.",
        );
      } else {
        entries.set(name, {
          value: this.read(pair.value as Node | null, keyAt, depth + 1),
          at: keyAt,
        });
      }
    }
    return { kind: "map", entries, isPartial, at };
  }
}

/** One sentence about the first thing that is not YAML: the rest is seldom more than what follows from it. */
function reportProblem(
  problem: YAMLError,
  yaml: string,
  known: readonly string[],
  reader: TreeReader,
  reporter: Reporter,
): void {
  const isExplained = problem.code === "BAD_ALIAS" || problem.code === "DUPLICATE_KEY";
  const slip = isExplained ? null : slipBehind(problem, yaml, known);
  const { message, fix } = slip ?? explainYaml(problem, yaml);
  reporter.report("yaml/syntax", reader.at(slip?.at ?? problem.pos[0]), message, fix);
}

/**
 * The facts written in `yaml`, whose first line is `firstLine` of the file; `known` are the names
 * that facts may have here. Null where they cannot be read.
 */
export function readYaml(
  yaml: string,
  firstLine: number,
  known: readonly string[],
  reporter: Reporter,
): YamlMap | null {
  const top = { line: firstLine, column: 1 };
  if (yaml.length > MAX_LENGTH || nestedDeep.test(yaml)) {
    reporter.report(
      "yaml/too-deep",
      top,
      "These facts are too long or nested too deep.",
      "Keep them short and flat.",
    );
    return null;
  }
  return plainYaml(yaml, firstLine) ?? parsedYaml(yaml, firstLine, known, reporter);
}

/** As `readYaml`, with the parser. */
export function parsedYaml(
  yaml: string,
  firstLine: number,
  known: readonly string[],
  reporter: Reporter,
): YamlMap | null {
  const top = { line: firstLine, column: 1 };
  const counter = new LineCounter();
  const document = parseYaml(yaml, counter);
  const reader = new TreeReader(yaml, counter, firstLine, reporter);
  const problem = firstProblem(document);
  if (problem) {
    reportProblem(problem, yaml, known, reader, reporter);
    return null;
  }
  // Of what is no list of facts at all, nothing in it is worth a word.
  const isList = isSeq(document.contents) && document.contents.tag === undefined;
  const value = isList ? null : reader.read(document.contents, top, 0);
  if (value?.kind === "map") return value;
  if (value?.kind === "scalar" && value.isRefused) return null;
  reporter.report(
    "yaml/syntax",
    top,
    "Here should stand facts, each on a line of its own as `name: value`.",
    known[0] === undefined ? null : `Begin with ${known[0]}: …`,
  );
  return null;
}
