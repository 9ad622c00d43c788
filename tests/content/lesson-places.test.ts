/** Words of a lesson that stand where nobody meant them to be read, and the places of what is said. */
import { expect, test } from "vitest";
import { parseLesson } from "~/language/lesson/parse-lesson";
import { sampleVocabulary as vocabulary } from "tests/factories/sample-scenario";

const head = "---\ntitle: T\nsummary: S\nminutes: 5\nbehaviours: [listening]\n---\n\n";
const goal = "\n\n<Goal>This week I will ask.</Goal>\n";

function errorsIn(text: string): readonly string[] {
  const source = { file: "courses/c/01-l/index.mdx", text: head + text + goal };
  const { diagnostics } = parseLesson(source, { vocabulary, scenarios: [], assets: [] });
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ rule, line, message }) => `${rule} ${line - 7} ${message}`);
}

const part = (tag: string, words: string) =>
  `  <${tag}>\n    ${words}\n    <Feedback>Why ${words}.</Feedback>\n  </${tag.split(" ")[0] ?? ""}>\n`;

const check = `<Check id="q">\n  What first?\n${part("Option correct", "Ask")}${part("Option", "Tell")}</Check>`;
const sort = `<Sort id="q">\n  Whose is it?\n  <Group id="a" title="A" />\n  <Group id="b" title="B" />\n${part('Moment group="a"', "One")}${part('Moment group="b"', "Two")}${part('Moment group="b"', "Three")}</Sort>`;
const order = `<Order id="q">\n  In which order?\n${part("Step", "One")}${part("Step", "Two")}${part("Step", "Three")}</Order>`;
const spot = `<Spot id="q" from="Noor">\n  What shows it?\n${part("Sentence sign", "One.")}${part("Sentence", "Two.")}${part("Sentence", "Three.")}</Spot>`;
const choice = (id: string, to: string) =>
  `    <Choice id="${id}" to="${to}">\n      Say ${id}.\n      <Consequence>Yes.</Consequence>\n      <Feedback>So.</Feedback>\n    </Choice>\n`;
const talk = `<Dialogue id="q" title="A talk">\n  Before it.\n\n  <Scene id="one">\n${choice("x", "two")}  </Scene>\n\n  <Scene id="two">\n${choice("y", "end")}  </Scene>\n\n  <Ending id="end" title="End"><Felt>F</Felt><Tonight>T</Tonight></Ending>\n</Dialogue>`;

const wholes = { check, sort, order, spot, talk };

for (const [name, whole] of Object.entries(wholes)) {
  test(`a ${name} with its words where they belong has no errors`, () => {
    expect(errorsIn(whole)).toEqual([]);
  });
}

test.each([
  ["an answer", check, 5, "<Option>"],
  ["a moment", sort, 7, "<Moment>"],
  ["a step", order, 5, "<Step>"],
  ["a sentence", spot, 5, "<Sentence>"],
] as const)("words behind the feedback of %s are told in their place", (_, whole, line, tag) => {
  const lines = whole.split("\n");
  expect(lines[line - 1]).toContain("<Feedback>");
  expect(errorsIn(lines.toSpliced(line, 0, "    And more.").join("\n"))).toEqual([
    `element/stray-text ${line + 1} These words come after the feedback, and would be read as part of the ${tag}.`,
  ]);
});

test.each([
  ["answers", check, "</Option>"],
  ["moments", sort, "</Moment>"],
  ["steps", order, "</Step>"],
  ["sentences", spot, "</Sentence>"],
  ["groups", sort, 'title="A" />'],
] as const)("words between the %s are no part of the question", (_, whole, behind) => {
  const [found, ...more] = errorsIn(whole.replace(behind, `${behind}\n\nAnd more.\n`));
  expect(found).toMatch(/^element\/stray-text \d+ Words behind the first <\w+> would be read/);
  expect(more).toEqual([]);
});

test("words between the scenes of a talk are no part of what is said before it", () => {
  expect(errorsIn(talk.replace("</Scene>\n", "</Scene>\n\nA while later.\n"))).toEqual([
    "element/stray-text 12 Words outside a scene are read before the talk, and come before its first scene.",
  ]);
});

test("of two answers or groups with one name the second is told, and the line of the first", () => {
  const twice = check.replace("<Option correct>", '<Option id="b" correct>');
  expect(errorsIn(twice)).toEqual([
    "name/duplicate 7 The name `b` was given to another answer of this question on line 10.",
  ]);
  expect(errorsIn(sort.replace('id="b"', 'id="a"').replaceAll('group="b"', 'group="a"'))).toEqual([
    "name/duplicate 4 The name `a` was given to another group of this exercise on line 10.",
  ]);
});

test("two choices of a talk that say the same cannot both be taken", () => {
  const twice = talk.replace(
    choice("x", "two"),
    choice("x", "two") + choice("x2", "end").replace("Say x2", "Say x"),
  );
  expect(errorsIn(twice)).toEqual([
    "name/duplicate 10 These words stand in the <Choice> on line 12 already.",
  ]);
});
