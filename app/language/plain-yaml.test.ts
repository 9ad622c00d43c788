import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { plainYaml } from "./plain-yaml";
import { Reporter } from "./reporter";
import { parsedYaml } from "./yaml-tree";

/** What the parser makes of it, and whether it had anything to say. */
function parsed(yaml: string) {
  const reporter = new Reporter("any.yml");
  const map = parsedYaml(yaml, 1, [], reporter);
  return { map, complaints: reporter.diagnostics.map(({ message }) => message) };
}

const values = [
  ...[
    "a few words",
    "Seven to eight",
    "one, two",
    "x",
    "It’s 1,900.",
    "a [b] {c}",
    "ä😀",
    "so: this",
  ],
  ...["5", "0.6", "-3", "1.10", "007", "1e5", "0x1F", "0o17", "1.", ".5", "+5", "1_000", "2 of 3"],
  ...["12:30", "9 o'clock", "true", "True", "false", "null", "~", "yes", "no", "on", "2026-11-29"],
  ...['"quoted: so"', "'single # so'", '"a \\" b"', "'it''s'", '""', '"open', "'x' y", '"a": b'],
  ...["[a, b]", "[]", "[a, ]", "[a, [b, 2]]", "{ in: a, choose: b }", "{}", "{ a }", "{a: b}"],
  ...[
    "[listening = 2 of 2, x]",
    "{ a: [b, c], d: 'e' }",
    "[a: b]",
    "[a",
    "[a] b",
    "{ a: b, a: c }",
  ],
  ...[
    "&anchor a",
    "*alias",
    "!tag a",
    "| ",
    "> folded",
    "|",
    "- a",
    "? a",
    "@a",
    "%a",
    "`a`",
    "#a",
  ],
  ...[
    "a # note",
    "a #1 note",
    "a#b",
    "a ",
    "a: b: c",
    "a:",
    "http://x.y",
    "<<",
    "a\tb",
    "\u00a0a\u00a0",
  ],
  ...[
    "",
    "==",
    "-",
    "--- a",
    "...",
    "a\u2028b",
    "__proto__",
    "[#a, b]",
    "[a #b]",
    "{ a:b }",
    "[a,b]",
  ],
];
const names = ["title", "in", "choose", "a-b", "true", "null", "__proto__", "<<", "9", "é", "a b"];

const value = fc.constantFrom(...values);
const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom("title", "in", "choose", "steps", "mood", "x") },
  { weight: 1, arbitrary: fc.constantFrom(...names) },
);
const line = fc
  .record({
    indent: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(0, 0, 2, 2, 4, 6) },
      { weight: 1, arbitrary: fc.nat(7) },
    ),
    mark: fc.constantFrom("", "", "", "- ", "- ", "-   ", "-", "- - "),
    name: fc.option(name, { freq: 5 }),
    gap: fc.constantFrom(": ", ": ", ": ", ":   ", ":", " : "),
    value: fc.option(value, { nil: "", freq: 4 }),
    end: fc.constantFrom("", "", "", "", " ", " # note", " #1"),
  })
  .map(
    (parts) =>
      " ".repeat(parts.indent) +
      parts.mark +
      (parts.name === null ? "" : parts.name + (parts.value === "" ? ":" : parts.gap)) +
      parts.value +
      parts.end,
  );
const between = fc.constantFrom("", "# note", "  # note", "#1 note", "---", "\t");
const anyLine = fc.oneof({ weight: 12, arbitrary: line }, { weight: 1, arbitrary: between });

type Facts =
  | { readonly kind: "value"; readonly written: string }
  | { readonly kind: "list" | "map"; readonly flow: boolean; readonly parts: readonly Facts[] };

/** Facts in facts, whose values are written in one of these ways. */
const factsOf = (value: fc.Arbitrary<string>) =>
  fc.letrec<{ any: Facts; holder: Facts }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      value.map((written) => ({ kind: "value" as const, written })),
      tie("holder"),
    ),
    holder: fc.record({
      kind: fc.constantFrom("list" as const, "map" as const),
      flow: fc.boolean(),
      parts: fc.array(tie("any"), { minLength: 1, maxLength: 4 }),
    }),
  })).any;

const nameOf = (index: number) => `fact-${String(index)}`;

/** Between brackets, with each part on a line of its own where there are more than two. */
function inBrackets(facts: Facts, indent: number): string {
  if (facts.kind === "value") return facts.written;
  const isList = facts.kind === "list";
  const parts = facts.parts.map(
    (part, index) => (isList ? "" : `${nameOf(index)}: `) + inBrackets(part, indent + 2),
  );
  const [open, close] = isList ? "[]" : "{}";
  if (parts.length < 3) return `${open ?? ""} ${parts.join(", ")} ${close ?? ""}`;
  const margin = `\n${" ".repeat(indent)}`;
  return `${open ?? ""}${parts.map((part) => `${margin}  ${part},`).join("")}${margin}${close ?? ""}`;
}

function inLines(facts: Facts, indent: number): string {
  const margin = " ".repeat(indent);
  if (facts.kind === "value") return ` ${facts.written}\n`;
  // Brackets may begin on the line below.
  const gap = facts.parts.length === 1 ? `\n${margin}` : " ";
  if (facts.flow) return `${gap}${inBrackets(facts, indent + 2)}\n`;
  const lines = facts.parts.map((part, index) => {
    if (facts.kind === "map") return `${margin}${nameOf(index)}:${inLines(part, indent + 2)}`;
    if (part.kind === "list" || (part.kind === "map" && part.flow)) {
      return `${margin}- ${inBrackets(part, indent + 2)}\n`;
    }
    const isMap = part.kind === "map";
    // Its first fact stands beside the hyphen.
    return `${margin}-${isMap ? inLines(part, indent + 2).slice(indent + 2) : inLines(part, indent + 2)}`;
  });
  return `\n${lines.join("")}`;
}

const top = (parts: readonly Facts[]) =>
  inLines({ kind: "map", flow: false, parts }, 0).slice(1).replace(/\n+/g, "\n");

test("what is read past the parser is what the parser reads, and it complains of none of it", () => {
  const anything = fc.oneof(
    fc.array(factsOf(value), { maxLength: 4 }).map(top),
    fc.array(anyLine, { maxLength: 8 }).map((lines) => lines.join("\n")),
  );
  fc.assert(
    fc.property(anything, (yaml) => {
      const map = plainYaml(yaml, 1);
      if (map !== null) expect({ map, complaints: [] }).toEqual(parsed(yaml));
    }),
    { numRuns: 5000 },
  );
});

test("plain facts go past the parser, in brackets or on lines of their own", () => {
  const plainValue = fc.constantFrom(
    ...["a few words", "It’s 1900.", "so:this", "5", "0.6", "-3", "2 of 3", "true", "ä😀"],
    ...['"a: b, c"', "'# so'", '""'],
  );
  fc.assert(
    fc.property(fc.array(factsOf(plainValue), { minLength: 1, maxLength: 4 }), (parts) => {
      const yaml = top(parts);
      expect({ map: plainYaml(yaml, 1), complaints: [] }).toEqual(parsed(yaml));
    }),
    { numRuns: 1000 },
  );
});

test("every shipped file has its facts read past the parser, and as the parser reads them", () => {
  const shipped = readdirSync("content", { recursive: true, encoding: "utf8" });
  const facts = shipped
    .filter((file) => /\.(?:ya?ml|mdx)$/.test(file))
    .map((file) => ({ file, text: readFileSync(join("content", file), "utf8") }))
    .map(({ file, text }) => ({
      file,
      yaml: file.endsWith(".mdx") ? (text.split(/^---$/m)[1] ?? "").slice(1) : text,
    }));
  const notPlain = facts.filter(({ yaml }) => plainYaml(yaml, 1) === null);
  expect(notPlain.map(({ file }) => file)).toEqual([]);
  for (const { yaml } of facts) {
    expect({ map: plainYaml(yaml, 1), complaints: [] }).toEqual(parsed(yaml));
  }
});

test.each([
  ["a text that goes on in the next line", "title: one\n  two"],
  ["a name without a value", "title:\nminutes: 5"],
  ["a name that stands twice", "title: one\ntitle: two"],
  ["a list where facts should stand", "- one"],
  ["a list that is set in further than it began", "steps:\n  - one\n    - two"],
  ["an anchor", "title: &here one"],
  ["a tab", "title:\tone"],
  ["brackets that never close", "scores: [\n  a,"],
  ["brackets that close further left", "scores: [\n  a\n]"],
])("the parser reads %s", (_, yaml) => {
  expect(plainYaml(yaml, 1)).toBeNull();
});
