/** What `check` tells an author to do can be done, and says something of what is there. */
import { expect, test } from "vitest";
import type { Diagnostic } from "~/core/diagnostic";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseBehaviours } from "~/language/parse-behaviours";
import { parseCourse } from "~/language/parse-course";
import { parsePath } from "~/language/parse-path";
import { parseLesson } from "~/language/lesson/parse-lesson";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { sampleText, sampleVocabulary as vocabulary } from "tests/factories/sample-scenario";
import { aScenario, aScene, prose } from "tests/factories/scenario";

const told = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ rule, message, fix }) => `${rule} ${message} → ${fix ?? "nothing"}`);

function inScenario(from: string, to: string): readonly string[] {
  expect(sampleText).toContain(from);
  const source = { file: "scenarios/ring/index.mdx", text: sampleText.replace(from, () => to) };
  return told(parseScenario(source, { vocabulary }).diagnostics);
}

test("a talk in a lesson that returns is told nothing of interludes, which a lesson does not know", () => {
  const talk = `---\ntitle: T\nsummary: S\nminutes: 5\nbehaviours: [listening]\n---

<Dialogue id="talk" title="A talk">

  <Cast id="a" name="A" role="guest" />

  <Scene id="one">
    <Choice id="x" to="return">Hello.<Consequence>Yes.</Consequence><Feedback>So.</Feedback></Choice>
  </Scene>

  <Scene id="two">
    <Choice id="y" to="end">Hello.<Consequence>Yes.</Consequence><Feedback>So.</Feedback></Choice>
  </Scene>

  <Ending id="end" outcome="passed" title="End"><Felt>F</Felt><Tonight>T</Tonight></Ending>

</Dialogue>
`;
  const context = { vocabulary, scenarios: [], assets: [] };
  const { diagnostics } = parseLesson({ file: "courses/c/01-l/index.mdx", text: talk }, context);
  expect(told(diagnostics).filter((sentence) => sentence.startsWith("choice/target"))).toEqual([
    "choice/target Only an interlude can return: nothing called this scene. → Name the scene or ending that comes next.",
  ]);
});

test("more minutes than a role-play may say are not asked for", () => {
  const words = prose("Word ".repeat(220 * 61).trim());
  const long = aScene({
    lines: [
      {
        ...aScene().lines[0],
        speaker: null,
        mood: null,
        text: words,
        when: null,
        at: { line: 1, column: 1 },
      },
    ],
  });
  const [found] = verifyScenario(aScenario({ minutes: 60, scenes: [long] })).findings.filter(
    ({ rule }) => rule === "minutes/too-short",
  );
  expect(found?.fix).toBe("Shorten it: `minutes` may say 60 at most.");
});

test("a person who is drawn by what is not drawn is told nothing of lines", () => {
  expect(inScenario('name="Noor Haddad"', 'name="Noor Haddad" drawn="patience"')).toEqual([
    "drawn/words `patience` is not drawn, so it has no words to print. → Write draw on its <Variable>, or leave the attribute out: then everybody meets the same person.",
  ]);
});

test("a printed variable that is mistyped is one sentence, however often it is printed", () => {
  const drawn = '<Drawn name="stone" />';
  const mistyped = drawn.replace("stone", "stoen");
  expect(inScenario(drawn, `${mistyped}, ${mistyped},\n  ${mistyped}`)).toEqual([
    "variable/unknown Nothing uses the variable `stone`, and `stoen`, which is not there, is used on lines 75, 76. → Did you mean `stoen` here?",
  ]);
});

test("a rule that leads nowhere is told that, and not that no ending is called nothing", () => {
  expect(
    inScenario('<Rule when="patience = 0" to="gone" />', '<Rule when="patience = 0" to="" />'),
  ).toEqual([
    "rule/target It is not said where this rule leads. → The endings are: found, posted, gone.",
  ]);
});

const behaviour = (tag: string) =>
  `  - ${tag}name: N\n    rule: When\n    signs: [a]\n    counterExamples: [b]\n`;

test("two behaviours without a tag lack it, and do not share one", () => {
  const text = `behaviours:\n${behaviour("")}${behaviour("")}`;
  const { diagnostics } = parseBehaviours({ file: "behaviours.yml", text });
  expect(diagnostics.map(({ rule, line }) => `${rule} ${line}`)).toEqual([
    "field/missing 2",
    "field/missing 6",
  ]);
});

test("a vocabulary that lists nothing, or a behaviour without signs, is told what to list", () => {
  const rules = (text: string) =>
    parseBehaviours({ file: "behaviours.yml", text }).diagnostics.map(({ rule }) => rule);
  expect(rules("behaviours: []\n")).toEqual(["field/missing"]);
  const text = `behaviours:\n${behaviour("tag: a\n    ")}`;
  expect(rules(text)).toEqual([]);
  expect(rules(text.replace("[a]", "[]"))).toEqual(["field/missing"]);
  expect(rules(text.replace("[b]", "[]"))).toEqual(["field/missing"]);
});

test("a list of facts or behaviours that holds nothing, or is not there, is told what to put into it", () => {
  const of = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map(({ line, column, message, fix }) => `${line}:${column} ${message} → ${fix}`);
  const path = (steps: string) =>
    of(
      parsePath(
        { file: "paths/p.yml", text: `title: T\nsummary: S\nsteps:${steps}\n` },
        { lessons: ["a/b"], scenarios: [] },
      ).diagnostics,
    );
  expect(path("\n  - { lesson: a/b, dueAfterDays: 0 }")).toEqual([]);
  expect(path(" []")).toEqual([
    "3:8 `steps` lists nothing: it should hold the steps in their order. → Put at least one into it.",
  ]);
  expect(path("")).toEqual([
    "3:1 The fact `steps` is empty: the steps in their order. → Begin each with a line `- lesson: …`.",
  ]);
  const course = (facts: string) =>
    of(
      parseCourse(
        { file: "courses/c/course.yml", text: `title: T\norder: 1\n${facts}\n` },
        { vocabulary, lessons: [] },
      ).diagnostics,
    );
  expect(course("summary: S\nbehaviours: []")).toEqual([
    "4:13 `behaviours` lists nothing: it should hold the behaviours that it teaches. → Put at least one into it.",
  ]);
  expect(course("summary:\nbehaviours: [listening]")).toEqual([
    "3:1 The fact `summary` is empty: one sentence. → Write it behind the colon.",
  ]);
});

test("a role-play that lists no behaviour is told so where nothing is shown, and no list of its own is needed", () => {
  const none = (text: string) =>
    parseScenario({ file: "scenarios/ring/index.mdx", text }, { vocabulary }).diagnostics.filter(
      ({ severity }) => severity === "error",
    );
  const unmarked = sampleText.replace(/ (?:shows|misses|repairs|weight)="[^"]*"/g, "");
  const text = unmarked.replace(/^behaviours: .*$/m, "behaviours: []");
  expect(text).not.toBe(unmarked);
  expect(told(none(text.replace(/^pass: .*\n/m, "")))).toEqual([
    'field/missing This scenario practises no behaviour: `behaviours` lists nothing. → List at least one, and say with shows="…" which answers show it.',
  ]);
  expect(none(sampleText.replace(/requires: \[[^\]]*\]/, "requires: []"))).toEqual([]);
});

test("what is reported of a tag, of attempts and of depth says what to do", () => {
  const tags = `behaviours:\n${behaviour("tag: A tag\n    ")}${behaviour("tag: b\n    ")}${behaviour("tag: b\n    ")}`;
  const head = "title: T\nsummary: S\norder: 1\nbehaviours: [listening]\n";
  const course = (facts: string) =>
    parseCourse({ file: "courses/c/course.yml", text: head + facts }, { vocabulary, lessons: [] });
  const found = [
    ...parseBehaviours({ file: "behaviours.yml", text: tags }).diagnostics,
    ...course("official: { attempts: 1.5 }\n").diagnostics,
    ...course(`official: ${"[".repeat(10)}a${"]".repeat(10)}\n`).diagnostics,
  ];
  expect(found.map(({ rule }) => rule)).toEqual([
    "name/format",
    "name/duplicate",
    "field/wrong-kind",
    "field/wrong-kind",
    "yaml/too-deep",
  ]);
  expect(found.filter(({ fix }) => fix === null)).toEqual([]);
});
