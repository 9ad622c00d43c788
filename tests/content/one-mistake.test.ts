import { expect, test } from "vitest";
import { runTests, testsAmong } from "~/cli/content/run-tests";
import type { Diagnostic } from "~/core/diagnostic";
import { parseLesson } from "~/language/lesson/parse-lesson";
import { parsePath } from "~/language/parse-path";
import { parseLibrary } from "~/language/library";
import { parseBehaviours } from "~/language/parse-behaviours";
import { parseCourse } from "~/language/parse-course";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { suggestName } from "~/language/suggestion";
import { decodeSource } from "~/language/source";

const vocabulary = [
  { tag: "listening", name: "Listening", rule: "…", signs: [], counterExamples: [] },
];
const head = "---\ntitle: T\nsummary: S\nminutes: 5\nbehaviours: [listening]\n---\n";
const goal = "\n\n<Goal>This week I will ask.</Goal>\n";

function inLesson(text: string) {
  const context = { vocabulary, scenarios: [], assets: [] };
  return parseLesson({ file: "courses/c/01-l/index.mdx", text }, context);
}

const course = (text: string) =>
  parseCourse({ file: "courses/c/course.yml", text }, { vocabulary, lessons: [] });

const errors = (diagnostics: readonly Diagnostic[]) =>
  diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ rule, line, column }) => `${rule} ${line}:${column}`);

/** name → Markdown from line 8 on, and the one refusal. */
const once: Readonly<Record<string, readonly [text: string, refusal: string]>> = {
  "a link by reference": ["See [the handbook][h].\n\n[h]: ./handbook", "mdx/not-allowed-here 8:5"],
  "an address that nothing refers to": ["[h]: ./handbook", "mdx/not-allowed-here 8:1"],
  "HTML inside HTML": ["<ul>\n<li>One <b>thing</b></li>\n</ul>", "element/raw 8:1"],
  "two expressions on one line": ["{a} and {b}", "mdx/expression 8:1"],
  "an import with curly brackets": ['import { a } from "b"', "mdx/import-export 8:1"],
  "words that were refused": ['<Aside title="A">{words}</Aside>', "mdx/expression 8:18"],
  "a question of which only HTML is left": [
    '<Reflection id="r">\n\n<hr />\n\n</Reflection>',
    "element/raw 10:1",
  ],
  "a table": ["| a | b |\n| - | - |\n| c | d |", "mdx/not-allowed-here 9:1"],
  "a table without outer lines": ["a | b\n--- | :--:\nc | d", "mdx/not-allowed-here 9:1"],
  "words struck through": ["It is ~~free~~ cheap.", "mdx/not-allowed-here 8:7"],
  "a footnote": ["It is cheap.[^1]", "mdx/not-allowed-here 8:13"],
  "a second block of facts": ["---\ntitle: Again\n---", "frontmatter/format 8:1"],
  "a line of a model without words": [
    '<Models><BadModel><Said by="A">No.</Said></BadModel><GoodModel><Said by="A"></Said></GoodModel></Models>',
    "element/empty 8:64",
  ],
  "an aside without words": ['<Aside title="A">\n</Aside>', "element/empty 8:1"],
  "quotation marks inside a value": [
    '<Aside title="So "it" is">\nWords.\n</Aside>',
    "mdx/syntax 8:18",
  ],
  "an answer whose sign of being right is mistyped": [
    '<Check id="q">\nQ?\n<Option right>A<Feedback>F</Feedback></Option>\n<Option>B<Feedback>F</Feedback></Option>\n</Check>',
    "attribute/unknown 10:9",
  ],
  "half a link": ["See [it](./a b).", "address/not-allowed 8:8"],
  "a link without words": ["See [](./a).", "element/empty 8:5"],
  "a heading without words": ["##", "element/empty 8:1"],
  "an element named as JavaScript's own": ["<Aside>\n<constructor>\n</Aside>", "mdx/unclosed 9:1"],
};

for (const [name, [text, refusal]] of Object.entries(once)) {
  test(`one mistake is one refusal, in its place: ${name}`, () => {
    const { definition, diagnostics } = inLesson(`${head}\n${text}${goal}`);
    expect(definition).toBeNull();
    expect(errors(diagnostics)).toEqual([refusal]);
  });
}

const halves = (text: string) =>
  inLesson(`${head}\n${text}${goal}`).diagnostics.flatMap(({ rule, line, column }) =>
    rule === "mdx/half" ? [`${line}:${column}`] : [],
  );

test("signs of Markdown that do nothing are told, and keep no lesson back", () => {
  for (const [text, place] of [
    ["##What first", "8:1"],
    ["Say **it back.", "8:5"],
    ["Say ** it ** back.", "8:5"],
    ["Say *it back.", "8:5"],
  ] as const) {
    expect(halves(text)).toEqual([place]);
    expect(inLesson(`${head}\n${text}${goal}`).definition).not.toBeNull();
  }
});

test("signs of Markdown that are meant to be read are none of it", () => {
  for (const text of ["Say \\*it back.", "Say \\*\\*it back.", "2 * 3 is 6*", "\\##one"]) {
    expect(halves(text)).toEqual([]);
  }
});

test("a picture that is not there brings the one that was meant, and a lesson without its course that as well", () => {
  const text = `${head}\n![A sink](Sink.svg)${goal}`;
  const context = { vocabulary, scenarios: [], assets: ["sink.svg"] };
  const { diagnostics } = parseLesson({ file: "courses/c/01-l/index.mdx", text }, context);
  expect(diagnostics.find(({ rule }) => rule === "address/missing-asset")?.fix).toBe(
    "Did you mean ./sink.svg?",
  );
  const path = "title: T\nsummary: S\nsteps:\n  - { lesson: say-it-back, dueAfterDays: 0 }\n";
  const lessons = ["welcome/hello", "welcome/say-it-back"];
  const found = parsePath({ file: "paths/p.yml", text: path }, { lessons, scenarios: [] });
  expect(found.diagnostics.map(({ fix }) => fix)).toEqual(["Did you mean `welcome/say-it-back`?"]);
});

test("a behaviour that is listed twice is told at the second", () => {
  const text = "title: T\nsummary: S\norder: 1\nbehaviours: [listening, listening]\n";
  expect(errors(course(text).diagnostics)).toEqual(["name/duplicate 4:25"]);
});

/** Facts of a course from its first line on, and the one refusal. */
const facts: Readonly<Record<string, readonly [text: string, refusal: string]>> = {
  "a tag": ["title: !x T", "yaml/tag 1:8"],
  "a tag with a type of YAML's own": ["title: !!binary aGk=", "yaml/tag 1:8"],
  "a name that was left out": [": T", "yaml/syntax 1:1"],
  "an anchor as a name": ["&a title: T", "yaml/alias 1:4"],
  "a second list of facts": ["title: T\n---\nmore: 1", "yaml/syntax 2:1"],
  "a backslash in double quotes": ['title: "a\\q"', "yaml/syntax 1:10"],
  "facts that stand beside the one that they belong to": [
    "title: T\nofficial:\nattempts: 3\npause: 1 day",
    "field/unknown 3:1",
  ],
  "facts of one that is not there": ["title: T\nattempts: 3\npause: 1 day", "field/unknown 2:1"],
  "facts taken over from elsewhere": ["title: T\n<<: *basics", "yaml/alias 2:1"],
  "facts taken over from what stands here": ["title: T\n<<: { order: 2 }", "yaml/alias 2:1"],
  "a line that is set in with what only looks like a space": [
    "title: T\nofficial:\n\u00a0\u00a0attempts: 3\n  pause: 1 day",
    "yaml/syntax 3:1",
  ],
  "a line that begins with a per cent sign": ["%FOO\n---\ntitle: T", "yaml/syntax 1:1"],
};

for (const [name, [text, refusal]] of Object.entries(facts)) {
  test(`one slip in the facts is one refusal, in its place: ${name}`, () => {
    const rest = "\nsummary: S\norder: 1\nbehaviours: [listening]\n";
    expect(errors(course(text + rest).diagnostics)).toEqual([refusal]);
  });
}

test("a list where facts should stand is one refusal, whatever is in it", () => {
  expect(errors(course("- &a a\n- !x b\n- *a\n").diagnostics)).toEqual(["yaml/syntax 1:1"]);
});

test("facts that are one refused value say nothing of facts that are missing", () => {
  expect(errors(course("!x").diagnostics)).toEqual(["yaml/tag 1:1"]);
});

test("a text is what was written, also where YAML would make a number of it", () => {
  for (const written of ["1.10", "007", "0x1F", "1e3", "12:30", "yes", "true"]) {
    const { definition } = course(
      `title: ${written}\nsummary: S\norder: 1\nbehaviours: [listening]\n`,
    );
    expect(definition?.title).toBe(written);
  }
});

const samples = {
  lesson: `${head}\nOne line.\n\n<Asid>two</Asid>\n\n{three}\n`,
  facts: "behaviours:\n  - tag: a\n    name: [b\n",
  unclosed: `${head}\n<Aside>\n\nwords\n`,
  nul: `${head}\nab\0c\n`,
};

for (const [name, text] of Object.entries(samples)) {
  test(`a place is the same whatever the line ends are: ${name}`, () => {
    const said = ["\n", "\r\n", "\r"].map((end) => {
      const bytes = new TextEncoder().encode(text.replaceAll("\n", end));
      const decoded = decodeSource("x.mdx", bytes);
      const whole = text.replaceAll("\n", end);
      return [
        decoded.diagnostics,
        inLesson(whole).diagnostics,
        parseBehaviours({ file: "behaviours.yml", text: whole }).diagnostics,
      ];
    });
    expect(said[0]?.flat().length).toBeGreaterThan(0);
    expect(said[1]).toEqual(said[0]);
    expect(said[2]).toEqual(said[0]);
  });
}

function conditionSays(when: string): string {
  const text = `---\ntitle: T\nsummary: S\nminutes: 5\nchannel: desk\nsetting: S\nrole: R\nbehaviours: [listening]\n---\n\n<Scene id="a">\n  <Line when="${when}">Hi</Line>\n</Scene>\n`;
  const { diagnostics } = parseScenario({ file: "scenarios/s/index.mdx", text }, { vocabulary });
  const found = diagnostics.find(({ rule }) => /^(?:condition|variable)\//.test(rule));
  return `${found?.message ?? ""} ${found?.fix ?? ""}`;
}

test("a condition with a name of JavaScript's own is told as any other unknown name", () => {
  for (const name of ["toString", "hasOwnProperty", "valueOf"]) {
    expect(conditionSays(`${name} = 1`)).toBe(
      `No variable is called \`${name}\`. There are no variables yet.`,
    );
  }
});

test("a letter that only looks like the right one is pointed at", () => {
  const again = "in it is of another alphabet, however it looks: type it again.";
  expect(conditionSays("р = 1")).toBe(`\`р\` has no meaning in a condition. The \`р\` ${again}`);
  expect(suggestName("fоund", ["found"], "endings")).toBe(
    `Did you mean \`found\`? The \`о\` ${again}`,
  );
  expect(suggestName("mооd", ["by", "mood"], "attributes")).toBe(`The \`о\` ${again}`);
  expect(suggestName("имя", ["by", "mood"], "attributes")).toBe("The attributes are: by, mood.");
});

test("a number that is written otherwise is told as a whole, and how it is written", () => {
  for (const number of ["1e3", "1.5", "0x10", "1,5", "1_0"]) {
    expect(conditionSays(`mood > ${number}`)).toContain(`\`${number}\` is no whole number.`);
  }
  const weighed = (weight: string) =>
    parseScenario(
      {
        file: "scenarios/s/index.mdx",
        text: `---\ntitle: T\n---\n<Scene id="a" weight="${weight}" />\n`,
      },
      { vocabulary },
    ).diagnostics.find(({ rule }) => rule === "attribute/wrong-value")?.fix;
  expect(weighed("1,5")).toBe('Write the number alone, as in weight="1.5".');
  expect(weighed("+2")).toBe('Write the number alone, as in weight="2".');
  expect(weighed("lots")).toBe('Write the number alone, as in weight="1".');
});

test("what names a file that cannot be read at all is not blamed as well", () => {
  const path = "title: T\nsummary: S\nsteps:\n  - { scenario: ring, dueAfterDays: 3 }\n";
  const sources = [{ file: "paths/onboarding.yml", text: path }];
  const said = (...files: readonly string[]) =>
    parseLibrary({ sources, files: ["paths/onboarding.yml", ...files] }).diagnostics;
  expect(said()).toMatchObject([{ rule: "scenario/unknown" }]);
  expect(said("scenarios/ring/index.mdx")).toEqual([]);
});

test("a step of a path that takes a lesson for a scenario, or the other way round, is told which it is", () => {
  const basics = "title: First days\nsummary: Where to begin.\n";
  const fixOf = (step: string) =>
    parsePath(
      { file: "paths/first-days.yml", text: `${basics}steps:\n  - { ${step}, dueAfterDays: 0 }\n` },
      { lessons: ["welcome/hello"], scenarios: ["ring"] },
    ).diagnostics.map(({ fix }) => fix);
  expect(fixOf("lesson: ring")).toEqual(["That is a scenario: write scenario: ring."]);
  expect(fixOf("scenario: welcome/hello")).toEqual([
    "That is a lesson: write lesson: welcome/hello.",
  ]);
  expect(fixOf("scenario: ring")).toEqual([]);
});

test("of two files for the same thing the .yml is read, and the other is told so", () => {
  const files = ["paths/first-days.yml", "paths/first-days.yaml"];
  const sources = files.map((file) => ({ file, text: "nonsense" }));
  const said = (given: readonly string[]) =>
    parseLibrary({
      sources: sources.filter(({ file }) => given.includes(file)),
      files: given,
    }).diagnostics.map(({ file, rule }) => `${file} ${rule}`);
  const [yml = "", yaml = ""] = files;
  const alone = said([yml]);
  expect(said([yml, yaml])).toEqual(expect.arrayContaining([...alone, `${yaml} file/twice`]));
  expect(said([yml, yaml])).toHaveLength(alone.length + 1);
  expect(said([yaml]).join()).not.toContain("file/twice");
  const tests = ["scenarios/ring/tests.yaml", "scenarios/ring/tests.yml"];
  expect(said(["scenarios/ring/index.mdx", ...tests])).toEqual([`${tests[0] ?? ""} file/twice`]);
  const read = testsAmong(tests.map((file) => ({ file, text: "nonsense" })));
  const run = read.flatMap(({ source }) => runTests(source, null));
  expect(new Set(run.map(({ file }) => file))).toEqual(new Set([tests[1]]));
});

test("a file that looks like content, or tests what is not there, is not passed over in silence", () => {
  const said = (...files: readonly string[]) =>
    parseLibrary({ sources: [], files }).diagnostics.map(({ file, rule }) => [file, rule]);
  for (const file of [
    "paths/Über.yml",
    "scenarios/ring/INDEX.MDX",
    "courses/One/course.yml",
    "tests.yml",
    "scenarios/none/tests.yml",
    "scenarios/ring/Tests.yml",
  ]) {
    expect(said(file, "scenarios/ring/index.mdx")).toEqual([[file, "file/unknown-place"]]);
  }
  expect(
    said("scenarios/ring/index.mdx", "scenarios/ring/tests.yml", "notes.txt", "README.md"),
  ).toEqual([]);
});

test("a sign without meaning is shown whole, or said to be unseen", () => {
  expect(conditionSays("𠜎 = 1")).toMatch(/^`𠜎` has no meaning/);
  expect(conditionSays("\u200b= 1")).toMatch(/^A character that cannot be seen has no meaning/);
});

const scenarioHead = (facts: string) =>
  `---\ntitle: T\nsummary: S\nminutes: 5\nchannel: desk\nsetting: S\nrole: R\n${facts}\n---\n`;
const scenarioErrors = (text: string) =>
  errors(parseScenario({ file: "scenarios/s/index.mdx", text }, { vocabulary }).diagnostics);

test("what is wrong with the facts does not wait until a tag below them is closed", () => {
  const unclosed = '\n<Scene id="a">\n  <Line>Hello.\n</Scene>\n';
  const facts = "behaviours: [listning]\nstart: nowhere\npass: { mrak: 0.5 }";
  const found = scenarioErrors(scenarioHead(facts).replace("setting: S\n", "") + unclosed);
  expect(found.map((one) => one.split(" ")[0])).toEqual([
    "field/missing",
    "behaviour/unknown",
    "field/unknown",
    "mdx/unclosed",
  ]);
  const lesson = inLesson(`${head.replace("listening", "listning")}\n<Aside>\n\nWords.\n`);
  expect(errors(lesson.diagnostics)).toEqual(["behaviour/unknown 5:14", "mdx/unclosed 8:1"]);
});

test("where no behaviour is listed, each that is shown is told once as not listed", () => {
  const choice = '<Choice to="e" shows="listening">Hm.<Consequence>So.</Consequence></Choice>';
  const scene = `\n<Scene id="a">\n${choice}\n${choice}\n</Scene>\n`;
  const ending =
    '<Ending id="e" outcome="passed" title="E"><Felt>a</Felt><Tonight>b</Tonight></Ending>\n';
  expect(scenarioErrors(`${scenarioHead("behaviours: []")}${scene}${ending}`)).toEqual([
    "behaviour/undeclared 12:23",
  ]);
});
