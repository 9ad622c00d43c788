import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { playScenario } from "~/cli/content/play";
import { transcriptOf, withTranscript } from "~/cli/content/record";
import { runTests } from "~/cli/content/run-tests";
import { gravestKind } from "~/core/publishing/change";
import { compareScenarios } from "~/core/scenario/comparison";
import type { Scenario } from "~/core/scenario/definition";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";
import {
  sampleText as text,
  sampleVocabulary as vocabulary,
} from "tests/factories/sample-scenario";

function parsed(source: string): Scenario {
  const { definition } = parseScenario(
    { file: "scenarios/ring/index.mdx", text: source },
    { vocabulary },
  );
  if (!definition) throw new Error("It has no errors.");
  return definition;
}
const scenario = parsed(text);

const good = `transcripts:
  - name: The bucket
    draws: [tone = sharp]
    steps:
      - { in: opening, choose: ask, mood: hopeful }
      - { in: words, type: "That must be awful" }
      - { in: minute, choose: own }
    expect: { ending: found, passed: true, scores: [listening = 3 of 3, ownership = 1 of 1] }
  - name: Too slow
    steps: [{ choose: ask }, { type: sorry }, { wait: true }]
    expect: { ending: gone, passed: false }
bounds: { states: 500, shortest: [found = 3], endings: 3, scores: [found = 0.6 to 1] }
`;

function run(tests: string, tested = scenario) {
  const proved = { definition: tested, proof: verifyScenario(tested) };
  return runTests({ file: "scenarios/ring/tests.yml", text: tests }, proved);
}

test("transcripts that come out as expected say nothing", () => {
  expect(run(good)).toEqual([]);
});

test("replies that people might type are held against the rubric, each by itself", () => {
  const replies = (row: string, ...words: readonly string[]) =>
    `${good}replies:\n  - { in: words, row: ${row}, words: ${JSON.stringify(words)} }\n`;
  const messages = (tests: string) => run(tests).map(({ rule, message }) => [rule, message]);
  expect(run(replies("match-1", "That must be awful", "I'm sorry"))).toEqual([]);
  expect(messages(replies("match-1", "sorry", "There is a form"))).toEqual([
    ["tests/failed", "“There is a form” in `words`: expected the row match-1, got otherwise."],
  ]);
  expect(messages(replies("nothing", "sorry"))[0]?.[0]).toBe("tests/broken");
});

test("a name that is not there brings the one that was meant", () => {
  const fixes = (tests: string) => run(tests).map(({ fix }) => fix);
  const replies = (scene: string, row: string) =>
    `${good}replies: [{ in: ${scene}, row: ${row}, words: [sorry] }]\n`;
  expect(fixes(replies("words", "otherwis"))).toEqual(["Did you mean `otherwise`?"]);
  expect(fixes(replies("opening", "match-1"))).toEqual([
    "The scenes that ask for own words are: words.",
  ]);
  expect(fixes(replies("words", "otherwise"))).toEqual([
    "Mend the phrases of the rows, or what is expected here.",
  ]);
  expect(fixes(good.replace("tone = sharp", "tone = shrap"))).toEqual(["Did you mean `sharp`?"]);
  expect(fixes(good.replace("tone = sharp", "tne = sharp"))).toEqual(["Did you mean `tone`?"]);
  expect(fixes(good.replace("listening = 3", "listning = 3"))).toEqual([
    "Did you mean `listening`?",
  ]);
});

test("a transcript that comes out otherwise shows expected and actual side by side", () => {
  const other = good
    .replace("ending: found", "ending: posted")
    .replace("mood: hopeful", "mood: warm")
    .replace("states: 500", "states: 5");
  expect(
    run(other).map(({ rule, line, message }) => [
      rule,
      line,
      message.replace(/(states.*got) \d+/, "$1 n"),
    ]),
  ).toEqual([
    ["tests/failed", 5, "“The bucket”, step 1: expected the mood warm, got hopeful."],
    ["tests/failed", 8, "“The bucket”, ending: expected posted, got found."],
    ["tests/bound", 12, "Reachable states: expected at most 5, got n."],
  ]);
});

test("a transcript that stops before its end says that alone, and what is wrong in it otherwise", () => {
  const short = good.replace(/ {6}- \{ in: minute.*\n/, "");
  const messages = (tests: string) => run(tests).map(({ message }) => message);
  const cut = "“The bucket”, ending: expected found, got no ending yet.";
  expect(messages(short)).toEqual([cut]);
  expect(messages(short.replace("listening = 3", "listning = 3"))).toEqual([
    cut,
    "“The bucket” expects a score of `listning`, which the scenario does not list.",
  ]);
});

test("a transcript that an edit broke says at which moment", () => {
  const edited = parsed(text.replace('id="own"', 'id="kneel"'));
  expect(run(good, edited)).toMatchObject([
    {
      rule: "tests/broken",
      line: 7,
      message:
        "“The bucket”, step 3, in `minute`: `own` cannot be given; on offer are kneel, maintenance.",
    },
  ]);
});

test.each([
  ["in: opening", "in: openin", "tests/broken", 5, "Did you mean `opening`?"],
  ["choose: ask, mood", "choose: aks, mood", "tests/broken", 5, "Did you mean `ask`?"],
  ["ending: found", "ending: fuond", "tests/broken", 8, "Did you mean `found`?"],
  ["passed: true", "passed: maybe", "field/wrong-kind", 8, "Write it as in passed: true."],
  ["wait: true", "wait: no", "field/wrong-kind", 10, "Write it as in wait: true."],
  ["wait: true", "wait: false", "field/wrong-kind", 10, "Write wait: true, or take the step out."],
  ["mood: hopeful", "mood: [hopeful]", "field/wrong-kind", 5, "Write it as in mood: furious."],
] as const)("%s as “%s” is told where it stands", (written, wrong, rule, line, fix) => {
  expect(good).toContain(written);
  expect(run(good.replace(written, wrong))[0]).toMatchObject({ rule, line, fix });
});

const minimal = `transcripts:
  - name: Short
    draws: [tone = sharp]
    steps: [{ choose: ask }, { type: sorry }, { choose: own }]
    expect: { ending: found }
`;

test.each([
  ["[{ choose: ask }, { type: sorry }, { choose: own }]", "[]", "field/missing", 4],
  [
    "[tone = sharp]",
    "{ tone: sharp }",
    "field/wrong-kind",
    3,
    "Write it as in draws: [tone = sharp].",
  ],
  ["[tone = sharp]", "[tone]", "field/wrong-kind", 3, "Write it as in tone = sharp."],
  ["[tone = sharp]", "[tone == sharp]", "field/wrong-kind", 3, "Write it as in tone = sharp."],
  ["= sharp]", "= sharp, tone = quiet]", "field/wrong-kind", 3, "Keep one of the two."],
  ["expect: { ending: found }", "expect:\n    ending: found\n    passed: true", "field/unknown", 6],
  ["expect: { ending: found }", "ending: found\n    passed: true", "field/unknown", 5],
  [
    "{ ending: found }",
    "{ scores: { listening: 3 of 3 } }",
    "field/wrong-kind",
    5,
    "Write it as in scores: [listening = 3 of 3].",
  ],
  ["own }]", "own }, { choose: own }]", "tests/broken", 4],
] as const)("%s as %s is one sentence", (written, wrong, rule, line, fix?: string) => {
  expect(run(minimal)).toEqual([]);
  expect(run(minimal.replace(written, wrong))).toMatchObject([
    { rule, line, ...(fix !== undefined && { fix }) },
  ]);
});

test.each([
  ["transcripts: []", "field/missing", 14, "Put at least one into it."],
  ["transcripts:", "field/missing", 1, "Begin each with a line `- name: …`."],
  ["replies: []", "field/missing", 10, "Put at least one into it."],
  [
    "bounds: {}",
    "field/wrong-kind",
    9,
    "Write it as in bounds: { states: …, shortest: …, endings: …, scores: … }, or leave it out.",
  ],
  ["bounds: { shortest: [] }", "field/missing", 21, "Put at least one into it, or leave it out."],
  [
    minimal.replace("{ ending: found }", "{}"),
    "field/wrong-kind",
    13,
    "Write it as in expect: { ending: …, passed: …, scores: … }, or leave it out.",
  ],
  [
    minimal.replace("{ ending: found }", "{ scores: [] }"),
    "field/missing",
    23,
    "Put at least one into it, or leave it out.",
  ],
  [
    minimal.replace("[tone = sharp]", "[]"),
    "field/missing",
    12,
    "Put at least one into it, or leave it out.",
  ],
] as const)(
  "nothing is promised by a list or brackets that hold nothing: %s",
  (tests, rule, column, fix) => {
    expect(run(tests)).toMatchObject([{ rule, column, fix }]);
  },
);

test("replies that list no words, and figures that are no whole numbers, are told so", () => {
  const words = (list: string) => `replies: [{ in: words, row: otherwise, words: ${list} }]\n`;
  expect(run(words("[hm]"))).toEqual([]);
  expect(run(words("[]"))).toMatchObject([{ rule: "field/missing", column: 47 }]);
  expect(run("bounds: { endings: 2.5 }\n")).toMatchObject([
    { rule: "field/wrong-kind", line: 1, column: 20 },
  ]);
});

test("draws that cannot be are told with what can be drawn", () => {
  const drawn = (draws: string) =>
    run(good.replace("[tone = sharp]", `[${draws}]`)).map(({ line, message }) => [line, message]);
  expect(drawn("tone = loud")).toEqual([
    [3, "“The bucket” cannot begin: `tone` is never drawn as loud, but as quiet, sharp."],
  ]);
  expect(drawn("patience = 1")).toEqual([
    [3, "“The bucket” cannot begin: no variable `patience` is drawn."],
  ]);
});

test("playing in the terminal records a transcript that then passes", async () => {
  let shown = "";
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      shown += chunk.toString();
      done();
    },
  });
  const played = await playScenario(
    scenario,
    Readable.from(["9\n", "3\n", "1\n", "1\n", "I am sorry\n", "1\n"]),
    output,
  );
  if (!played) throw new Error("It was played to its end.");
  expect(shown).toContain("That is not on offer here");
  expect(shown).toContain("In the bucket: passed");
  expect(
    run(withTranscript("", transcriptOf(scenario, played.state, "Recorded", played.draws))),
  ).toEqual([]);
});

test("a change of words alone is told from one of flow and one of scoring", () => {
  const kindOf = (from: string, to: string) =>
    gravestKind(compareScenarios(scenario, parsed(text.replace(from, to))));
  expect(kindOf("A guest comes down", "\n\nA guest came down")).toBe("wording");
  expect(kindOf("You made it yours.", "Yours.")).toBe("wording");
  expect(kindOf('to="posted"', 'to="gone"')).toBe("flow");
  expect(kindOf('set="patience += 1"', 'set="patience += 2"')).toBe("flow");
  expect(kindOf('phrases="must', 'phrases="so must')).toBe("flow");
  expect(kindOf('after="30"', 'after="40"')).toBe("flow");
  expect(kindOf('weight="2"', 'weight="3"')).toBe("scoring");
  expect(kindOf("mark: 0.5", "mark: 0.6")).toBe("rule");
  expect(kindOf('outcome="failed" title="On', 'outcome="passed" title="On')).toBe("scoring");
  expect(kindOf("<Line by", "\n\n  <Line by")).toBeNull();
});

test("bounds cover every figure of the walk, and show expected and actual side by side", () => {
  const tight = good.replace(
    /bounds: .*/,
    "bounds: { states: 3, shortest: [found = 2], endings: 2, scores: [found = 0.9 to 0.95, nobody = 0 to 1] }",
  );
  const said = run(tight).map(
    ({ rule, message }) => `${rule} ${message.replace(/got [\d.]*\d/, "got n")}`,
  );
  expect(said).toEqual([
    "tests/bound Reachable states: expected at most 3, got n.",
    "tests/bound Endings that can be reached: expected 2, got n.",
    "tests/bound Choices of the shortest way to `found`: expected at most 2, got n.",
    "tests/bound The least score to `found`: expected 0.9 to 0.95, got n.",
    "tests/bound The greatest score to `found`: expected 0.9 to 0.95, got n.",
    "tests/bound There is no ending `nobody`.",
  ]);
});

test("bounds and replies may stand without transcripts, and two transcripts need two names", () => {
  expect(run("bounds: { states: 500 }\n")).toEqual([]);
  expect(run("# nothing yet\nnotes: 1\n").map(({ rule }) => rule)).toContain("field/missing");
  const twice = good.replace("Too slow", "The bucket");
  expect(run(twice)).toMatchObject([{ rule: "name/duplicate", line: 9 }]);
});

test("playing draws, and the same seed draws the same", async () => {
  const opened = async (seed: number) => {
    let shown = "";
    const output = new Writable({
      write(chunk: Buffer, _encoding, done) {
        shown += chunk.toString();
        done();
      },
    });
    await playScenario(scenario, Readable.from(["1\n"]), output, seed);
    return /Drawn: (tone = \w+)/.exec(shown)?.[1];
  };
  const seeds = Array.from({ length: 12 }, (_, seed) => seed);
  const drawn = await Promise.all(seeds.map(opened));
  expect(new Set(drawn)).toEqual(new Set(["tone = quiet", "tone = sharp"]));
  expect(await Promise.all(seeds.map(opened))).toEqual(drawn);
});
