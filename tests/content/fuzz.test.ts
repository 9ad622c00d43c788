import { expect, test } from "vitest";
import { cpuMilliseconds } from "tests/setup/cpu-time";
import { fc } from "tests/setup/properties";
import { parseLesson } from "~/language/lesson/parse-lesson";
import { parseBehaviours } from "~/language/parse-behaviours";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { decodeSource } from "~/language/source";

const head = "---\ntitle: T\nsummary: S\nminutes: 5\nbehaviours: [listening]\n---\n";
const MILLISECONDS = 2_000;
/** Of one line, with an end. */
const sentence = /^[^\n\r]*[.?…]$/;

function readEverything(text: string): void {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const started = process.cpuUsage();
  const scenario = parseScenario({ file: "scenarios/s/index.mdx", text }, { vocabulary: [] });
  const context = { vocabulary: [], scenarios: [], assets: [] };
  const lesson = parseLesson({ file: "courses/c/01-l/index.mdx", text }, context);
  const behaviours = parseBehaviours({ file: "behaviours.yml", text });
  expect(cpuMilliseconds(started)).toBeLessThan(MILLISECONDS);
  for (const { definition, diagnostics } of [scenario, lesson, behaviours]) {
    if (definition === null) expect(diagnostics.length).toBeGreaterThan(0);
    for (const { line, column, message, fix } of diagnostics) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
      expect(message).toMatch(sentence);
      if (fix !== null) expect(fix).toMatch(sentence);
    }
  }
}

const fragments = [
  '<Scene id="a">',
  "</Scene>",
  '<Choice to="a">',
  "</Choice>",
  '<Line by="x" when="a > 1">',
  "</Line>",
  '<Check id="a">',
  "</Check>",
  "<Option correct>",
  "</Option>",
  "<Aside>",
  "</Aside>",
  "<Felt>",
  "</Felt>",
  "{",
  "}",
  "{/* a */}",
  "<",
  ">",
  "</",
  "/>",
  '"',
  "'",
  "`",
  "```",
  "*",
  "**",
  "_",
  "[",
  "](",
  ")",
  "![",
  "- ",
  "> ",
  "1. ",
  "#",
  "\n",
  "\n\n",
  "    ",
  "\t",
  "&amp;",
  "&#x6a;",
  "---",
  "import x",
  "export",
  "a",
  " ",
  "=",
  "\\",
  "\r",
  "\u2028",
  "\ud800",
];

test("no bytes whatever make decoding throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { text, diagnostics } = decodeSource("x.mdx", bytes);
      expect(text === null).toBe(diagnostics.length > 0);
      if (text !== null) readEverything(text);
    }),
    { numRuns: 120 },
  );
});

test("no heap of fragments makes a parser throw or take long", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 60 }), (parts) => {
      readEverything(head + parts.join(""));
    }),
    { numRuns: 250 },
  );
});

test("no facts make a parser throw or take long", () => {
  const bits = [
    "a",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a ",
    "*a",
    "!!x ",
    "| ",
    "> ",
    "\n",
    "  ",
    "'",
    '"',
    "#",
    "? ",
    "<<: ",
    "%",
    "__proto__",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 40 }), (parts) => {
      readEverything(`---\n${parts.join("")}\n---\n`);
    }),
    { numRuns: 200 },
  );
});

const floods: Readonly<Record<string, string>> = {
  "square brackets": "[ ".repeat(2_000),
  "half links": "[a](".repeat(900),
  stars: "a*".repeat(5_900),
  "lines of points": "- a\n".repeat(2_900),
  "nested points": "1. 1. 1. 1. 1. 1. 1. a\n".repeat(420),
  lines: "x\n".repeat(15_000),
  "empty lines": "\n".repeat(15_000),
  attributes: `<Line ${"a='b' ".repeat(9_000)}/>`,
  "one long line": "x ".repeat(200_000),
  "footnotes that never end": `${"[^".repeat(1_900)}${"a".repeat(400_000)}`,
  "spaces in what is nearly a table": `a\n-${" ".repeat(200_000)}x |`,
  "scenes without an end": `<Scene id="a">${"x".repeat(30)}\n`.repeat(9_000),
  "inline tags": `${"a <B>".repeat(23)}${"</B>".repeat(23)}`.repeat(40),
};

for (const [name, flood] of Object.entries(floods)) {
  test(`a flood of ${name} takes no longer than a learner would wait`, () => {
    const started = process.cpuUsage();
    parseScenario({ file: "scenarios/s/index.mdx", text: head + flood }, { vocabulary: [] });
    expect(cpuMilliseconds(started)).toBeLessThan(5_000);
  });
}

test("a flood of exclamation marks before a tag in the facts takes no longer than a learner would wait", () => {
  const started = process.cpuUsage();
  parseBehaviours({ file: "behaviours.yml", text: `a: "${"!".repeat(120_000)}"\nb: !c d\n` });
  expect(cpuMilliseconds(started)).toBeLessThan(5_000);
});
