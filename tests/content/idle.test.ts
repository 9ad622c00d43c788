/** What is written as it should be and means nothing, is counted twice or cut off, is said. */
import { expect, test } from "vitest";
import { parseTranscripts } from "~/language/parse-transcripts";
import { parseCourse } from "~/language/parse-course";
import { parseLesson } from "~/language/lesson/parse-lesson";
import { parsePath } from "~/language/parse-path";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { moodAfter } from "~/core/scenario/transcript";
import type { Diagnostic } from "~/core/diagnostic";
import { sampleText, sampleVocabulary as vocabulary } from "tests/factories/sample-scenario";

const told = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ rule, line, column, message }) => `${rule} ${line}:${column} ${message}`);

function edited(...edits: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const text = edits.reduce((source, [from, to]) => {
    expect(source).toContain(from);
    return source.replace(from, () => to);
  }, sampleText);
  return told(
    parseScenario({ file: "scenarios/ring/index.mdx", text }, { vocabulary }).diagnostics,
  );
}

test("a mood of the narrator, a weight that counts nothing and a start of what is drawn are idle", () => {
  expect(edited()).toEqual([]);
  expect(edited(['<Line by="noor" mood="tired">', '<Line mood="tired">'])).toEqual([
    "attribute/idle 75:15 The narrator says this, who has no face to show a mood.",
  ]);
  expect(edited(["<Consequence>She ", '<Consequence mood="tired">She '])).toHaveLength(1);
  expect(
    edited(['<Scene id="look-up" interlude>', '<Scene id="look-up" interlude weight="2">']),
  ).toEqual([
    "attribute/idle 45:39 No answer of this scene shows a behaviour, so there is nothing for `weight` to count.",
  ]);
  expect(
    edited([
      '<Variable name="tone" oneOf="quiet, sharp" draw />',
      '<Variable name="tone" oneOf="quiet, sharp" start="sharp" draw />',
    ]),
  ).toEqual([
    "attribute/idle 18:51 `tone` is drawn anew by each attempt, so that it starts nowhere.",
  ]);
});

test("a transcript looks for the mood of somebody, and not of the narrator", () => {
  const said = { text: [], when: null, at: { line: 1, column: 1 } };
  const consequence = [
    { ...said, speaker: "noor", mood: "tired" as const },
    { ...said, speaker: null, mood: "warm" as const },
  ];
  expect(moodAfter({ consequence })).toBe("tired");
});

test("words for what is not drawn, or never printed, are idle", () => {
  const tone = '<Variable name="tone" oneOf="quiet, sharp" draw />';
  const said = (rest: string) =>
    `<Variable name="tone" oneOf="quiet, sharp" says="low; loud" ${rest} />`;
  expect(edited([tone, said("draw")])).toEqual([
    "attribute/idle 18:50 Nothing prints `tone`, so the words of `says` are never read.",
  ]);
  expect(edited([tone, said('start="quiet"')])).toEqual([
    "attribute/idle 18:50 `tone` is not drawn, and only what is drawn is printed, in the words of `says`.",
  ]);
  expect(
    edited([tone, said("draw")], ["I think.</Line>", 'I think, <Drawn name="tone" />.</Line>']),
  ).toEqual([]);
});

test("a kind that is named twice is one", () => {
  expect(edited(["channel: desk", "channel: desk\nkinds: [wronged, colleagues, wronged]"])).toEqual(
    ["field/wrong-kind 6:30 `kinds` holds `wronged` twice."],
  );
});

test("what is counted in whole numbers is written in whole numbers", () => {
  expect(edited(["minutes: 5", "minutes: 4.5"])).toEqual([
    "field/wrong-kind 4:10 `minutes` should be a whole number from 1 to 60.",
  ]);
  const course = "title: T\nsummary: S\norder: 1.5\nbehaviours: [listening]\n";
  expect(
    told(
      parseCourse({ file: "courses/c/course.yml", text: course }, { vocabulary, lessons: [] })
        .diagnostics,
    ),
  ).toEqual(["field/wrong-kind 3:8 `order` should be a whole number from 0 to 10000."]);
  const lesson =
    "---\ntitle: T\nsummary: S\nminutes: 2.5\nbehaviours: [listening]\n---\n\n<Goal>Ask.</Goal>\n";
  const found = parseLesson(
    { file: "courses/c/01-l/index.mdx", text: lesson },
    { vocabulary, scenarios: [], assets: [] },
  );
  expect(told(found.diagnostics)).toContain(
    "field/wrong-kind 4:10 `minutes` should be a whole number from 1 to 60.",
  );
});

const path = (steps: string) =>
  told(
    parsePath(
      { file: "paths/p.yml", text: `title: T\nsummary: S\nsteps:\n${steps}` },
      { lessons: ["welcome/first"], scenarios: ["ring"] },
    ).diagnostics,
  );

test("a step of a path stands once, and is due after whole days", () => {
  const ring = "  - { scenario: ring, dueAfterDays: 1 }\n";
  const first = "  - { lesson: welcome/first, dueAfterDays: 1 }\n";
  expect(path(ring + first)).toEqual([]);
  expect(path(ring + first + ring)).toEqual([
    "name/duplicate 6:5 `ring` is a step of this path on line 4 already.",
  ]);
  expect(path(ring.replace("Days: 1", "Days: 1.5"))).toEqual([
    "field/wrong-kind 4:37 `dueAfterDays` should be a whole number from 0 to 3650.",
  ]);
});

function expecting(scores: string, bounds = "states: 9"): readonly string[] {
  const text = `transcripts:\n  - name: A\n    steps: [{ choose: ask }]\n    expect: { scores: [${scores}] }\nbounds: { ${bounds} }\n`;
  return told(parseTranscripts({ file: "scenarios/ring/tests.yml", text }).diagnostics);
}

test("a score or a bound has two parts, and a behaviour one score", () => {
  expect(expecting("listening = 2 of 3, empathy = 1 of 1")).toEqual([]);
  expect(expecting("listening = 2 of 3 = x")).toEqual([
    "field/wrong-kind 4:24 `listening = 2 of 3 = x` is not a score.",
  ]);
  expect(expecting("listening = 2 of 3, listening = 1 of 3")).toEqual([
    "field/wrong-kind 4:44 A score of `listening` is expected already, and this is a second one.",
  ]);
  expect(expecting("listening = 2 of 3", "scores: [found = 0.5 to 1 = x]")).toHaveLength(1);
  expect(expecting("listening = 2 of 3", "shortest: [found = 3 = x]")).toHaveLength(1);
});
