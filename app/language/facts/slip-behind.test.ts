import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cpuMilliseconds } from "tests/setup/cpu-time";
import { expect, test } from "vitest";
import { Reporter } from "../reporter";
import { readYaml } from "../yaml-tree";

const known = [
  "title",
  "summary",
  "minutes",
  "role",
  "pass",
  "mark",
  "in",
  "choose",
  "type",
  "words",
];

function toldOf(yaml: string): readonly string[] {
  const reporter = new Reporter("a.yml");
  readYaml(yaml, 1, known, reporter);
  return reporter.diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
}
const legal: Readonly<Record<string, string>> = {
  "a step over several lines":
    'one:\n  - {\n      in: a,\n      type: "It\'s a ring: see # here",\n    }\n  - { in: b }',
  "a list that closes at the left": "two: [\n  a,\n  b\n]",
  "a list over lines with a note": "three: [a, # it's the first [\n  b]",
  "a text in quotation marks over two lines": 'four: "One\n  two: three"',
  "an apostrophe written twice": "five: 'It''s fine'",
  "a quotation mark behind a backslash": 'six: "a \\" b"',
  "a note with a colon": "seven: 5 # least: 3",
  "a note set in oddly": "eight:\n    - a\n  # note: it's [\n    - b",
  "a note behind a name": "nine: # note\n  mark: 0.5",
  "a note below a name": "ten:\n# note\n  mark: 0.5",
  "a text that goes on": "eleven: A long text\n  in the lobby\n  words = all",
  "a text of several lines": 'twelve: |\n  title: "a\n  - [b',
  "a text of several lines in a list": 'thirteen:\n  - name: >-\n      [a\n      "b\n    in: c',
  "an apostrophe in a text": "fourteen: it's 'so",
  "a bracket in a text": "fifteen: a [b",
  "a list in a list": "sixteen:\n  - - a\n    - b\n  - - c",
  "a list of texts": "eighteen:\n  - in the lobby\n  - type of thing\n  -\n    in: a",
  "a list as far left as its name": "nineteen:\n- in: a\n  choose: b\n- { in: c }",
};
const slips: Readonly<Record<string, readonly [text: string, told: string]>> = {
  "no colon": ["minutes 5", "1:8 After `minutes` a colon is missing."],
  "no space": ["minutes:5", "1:8 After `minutes:` a space is missing."],
  "an equals sign": ["minutes = 5", "1:8 After `minutes` should come a colon, not an equals sign."],
  "a bracket": ["list: [a, b", "1:7 This square bracket is never closed."],
  "a curly bracket": ["pass: { mark: 0.5", "1:7 This curly bracket is never closed."],
  "an inner bracket": [
    "pass: { mark: 0.5, requires: [a }",
    "1:30 This square bracket is never closed.",
  ],
  "a step": [
    "steps:\n  - { in: a, choose: b\n  - { in: c }",
    "2:5 This curly bracket is never closed.",
  ],
  "a step over lines": [
    "steps:\n  - {\n      in: a,\n      type: b,\n  - { in: c }",
    "2:5 This curly bracket is never closed.",
  ],
  "a text between brackets": [
    'steps:\n  - { in: a, type: "b c }\n  - { in: c }',
    "2:20 This quotation mark is never closed.",
  ],
  "a quotation mark": ['title: "The ring', "1:8 This quotation mark is never closed."],
  "a quotation mark in a list": [
    'words:\n  - "One\n  - "Two"',
    "2:5 This quotation mark is never closed.",
  ],
  "more behind quotation marks": [
    'title: "Ring" in the drain',
    "1:15 After a text in quotation marks comes more text.",
  ],
  "an apostrophe": ["title: 'It's gone'", "1:12 After a text in quotation marks comes more text."],
  "a colon": [
    "title: Ring: in the drain",
    "1:8 A text with a colon in it needs quotation marks around it.",
  ],
  "a tab": ["pass:\n\tmark: 0.5", "2:1 This line is set in with a tab."],
  "set in": [
    "title: T\n  minutes: 5",
    "2:3 This line is set in further than the one before it, as if it belonged to that.",
  ],
  "a hyphen": ["words:\n  - a\n  -b\n  - c", "3:3 After the hyphen a space is missing."],
  "set in between": [
    "words:\n    - a\n  - b",
    "3:3 This line is set in as far as none above it, so that it belongs nowhere.",
  ],
  "an item without colon": [
    "steps:\n  - in a\n    choose: b",
    "2:7 After `in` a colon is missing.",
  ],
};
const shifted = (told: string, by: number) =>
  told.replace(/^\d+/, (line) => String(Number(line) + by));

test("what is written in an unusual way and is YAML has nothing to report", () => {
  for (const [name, yaml] of Object.entries(legal)) expect(toldOf(yaml), name).toEqual([]);
});

for (const [slip, [text, told]] of Object.entries(slips)) {
  test(`a slip is told where it stands, whatever is sound above and below: ${slip}`, () => {
    expect(toldOf(`a: 1\n${text}\nb: 2\n`)).toEqual([shifted(told, 1)]);
    for (const [name, yaml] of Object.entries(legal)) {
      const lines = yaml.split("\n").length;
      expect(toldOf(`${yaml}\n${text}\nb: 2\n`), name).toEqual([shifted(told, lines)]);
      expect(toldOf(`a: 1\n${text}\n${yaml}\n`), name).toEqual([shifted(told, 1)]);
    }
  });
}

test("of two slips the one is told that the parser stumbles over first", () => {
  expect(toldOf("title: Ring: in\nminutes:5\nrole: R\n")).toEqual([
    "1:8 A text with a colon in it needs quotation marks around it.",
  ]);
});

test("a name that stands twice is told by its name, however deep it stands", () => {
  expect(toldOf("pass:\n  mark: 1\n  mark: 2\n")).toEqual(["3:3 `mark` stands twice."]);
});

const transcripts = fileURLToPath(
  new URL("../../../content/scenarios/window-four/tests.yml", import.meta.url),
);

/** What may be forgotten on a line of transcripts. */
const forgotten: readonly (readonly [RegExp, string])[] = [
  [/"(\s*[}\]]?,?)$/, "$1"],
  [/[}\]](,?)$/, "$1"],
  [/: /, ":"],
  [/- /, "-"],
  [/, (?=\w+:)/, " "],
  [/^ +/, "\t"],
];

test("a sign forgotten in long transcripts is told on its own line", () => {
  const lines = readFileSync(transcripts, "utf8").split("\n");
  let count = 0;
  for (const [index, line] of lines.entries()) {
    const [sign, by] = forgotten[index % forgotten.length] ?? [];
    if (index % 5 !== 0 || sign === undefined || by === undefined || !sign.test(line)) continue;
    const slipped = lines.with(index, line.replace(sign, by)).join("\n");
    const told = toldOf(slipped);
    if (told.length === 0) continue;
    count += 1;
    expect(told.map((sentence) => Number.parseInt(sentence, 10))).toEqual([index + 1]);
  }
  expect(count).toBeGreaterThan(10);
});

test("facts that are all slips are told in good time", () => {
  const ways = ['a: "b', "- [", "<Cast", "minutes 5", " -x"];
  for (const line of ways) {
    const yaml = `${line}\n`.repeat(30_000 / (line.length + 1));
    const before = process.cpuUsage();
    toldOf(yaml);
    expect(cpuMilliseconds(before), line).toBeLessThan(6_000);
  }
});
