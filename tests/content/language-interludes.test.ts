/** Detours of several scenes: called by a choice or a typed reply, and back where they were called. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { replay, type AttemptEvent } from "~/core/scenario/attempt";
import { presentMoment } from "~/core/scenario/moment";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseProvedScenario } from "~/language/scenario/prove-scenario";

const guide = readFileSync(
  fileURLToPath(new URL("../../content/README.md", import.meta.url)),
  "utf8",
);
const text = /````mdx scenario base\n([\s\S]*?)````/.exec(guide)?.[1] ?? "";
const vocabulary = ["listening", "empathy", "ownership"].map((tag) => ({
  tag,
  name: tag,
  rule: "…",
  signs: [],
  counterExamples: [],
}));
const parse = (source: string) =>
  parseProvedScenario({ file: "scenarios/ring/index.mdx", text: source }, { vocabulary });

const choice = (scene: string, name: string): AttemptEvent => ({
  type: "choice.made",
  scene,
  choice: name,
});
const row = (name: string): AttemptEvent => ({
  type: "reply.typed",
  scene: "words",
  row: name,
  phrase: null,
  words: "…",
});

function after(...given: readonly AttemptEvent[]) {
  const { definition } = parse(text);
  if (!definition) throw new Error("The example of the guide has no errors.");
  const state = replay(definition, [{ type: "attempt.started" }, ...given]);
  return state.ok
    ? { state: state.value, moment: presentMoment(definition, state.value) }
    : { refused: state.problem };
}

const away = [choice("opening", "ring-plumber"), choice("list", "ring-pete")];
const back = [...away, choice("pete", "hang-up")];

test("an interlude leads through its scenes and back to where it was called", () => {
  expect(after(...away).moment).toMatchObject({ scene: "pete", lines: [{}] });
  const { moment, state } = after(...back);
  expect(moment).toMatchObject({ scene: "opening", lines: [] });
  expect(moment?.choices.map(({ choice: name }) => name)).toEqual(["ask", "form"]);
  expect(state?.arrivedSeq).toBe(0);
  expect(after(...back, choice("opening", "ring-plumber")).refused).toMatchObject({ seq: 4 });
});

test("what was set on the way stays set, once", () => {
  const looked = [choice("opening", "ring-plumber"), choice("list", "back")];
  expect(after(...looked).state?.play.values["looked"]).toBe(true);
});

test("a typed reply calls an interlude too, and its row is not matched again", () => {
  const waited = [choice("opening", "ask"), row("wait"), choice("hold", "bucket")];
  const { moment } = after(...waited);
  expect(moment).toMatchObject({ scene: "words", reply: {}, lines: [] });
  expect(after(...waited, row("wait")).refused).toMatchObject({ seq: 4 });
  expect(after(...waited, row("match-1")).moment).toMatchObject({ scene: "minute" });
});

test.each([
  [
    "a call from inside one interlude of another",
    ['<Choice id="hang-up" to="return">', '<Choice id="hang-up" to="hold">'],
    { rule: "interlude/nested", line: 59 },
  ],
  [
    "a call into the middle of one",
    ['<Choice id="ring-plumber" to="look-up">', '<Choice id="ring-plumber" to="pete">'],
    { rule: "interlude/call", line: 39, fix: 'Call the interlude itself: to="look-up".' },
  ],
  [
    "a silence that calls one",
    ['<Silence after="30" to="gone" misses="ownership">', '<Silence after="30" to="hold">'],
    { rule: "interlude/call" },
  ],
  [
    "two interludes of one name",
    ['<Scene id="hold" interlude>', '<Scene id="look-up" interlude>'],
    { rule: "name/duplicate" },
  ],
  [
    "a clock in one",
    [
      "<Line>Two names.",
      '<Silence after="30" to="return">You wait.</Silence>\n    <Line>Two names.',
    ],
    { rule: "interlude/timed", line: 47 },
  ],
  [
    "a start in one, by its name",
    ["start: opening", "start: look-up"],
    { rule: "interlude/start", line: 9, column: 8 },
  ],
  [
    "a start in one, by its scene",
    ["start: opening", "start: pete"],
    { rule: "interlude/start", line: 9, column: 8 },
  ],
] as const)("%s is refused", (_, [written, wrong], problem) => {
  expect(text).toContain(written);
  const { diagnostics } = parse(text.replace(written, wrong));
  expect(diagnostics).toContainEqual(expect.objectContaining(problem));
});

test("where no start is named and the first scene is an interlude, it is told there", () => {
  const first = text.replace("start: opening\n", "").replace('<Scene id="opening"', "$& interlude");
  expect(parse(first).diagnostics).toContainEqual(
    expect.objectContaining({ rule: "interlude/start", line: 25, column: 1 }),
  );
});

test("an interlude that holds no scene is refused", () => {
  const { diagnostics } = parse(
    text.replace(
      '<Interlude id="look-up">',
      '<Interlude id="none"></Interlude>\n\n<Interlude id="look-up">',
    ),
  );
  expect(diagnostics).toMatchObject([{ rule: "element/empty" }]);
  // What calls it is not blamed as well.
  const emptied = text.replace(
    /<Interlude id="look-up">[\s\S]*?<\/Interlude>/,
    '<Interlude id="look-up"></Interlude>',
  );
  const rules = parse(emptied).diagnostics.map(({ rule }) => rule);
  expect(rules).toContain("element/empty");
  expect(rules).not.toContain("choice/target");
});

test("a scene of an interlude that nobody gets to is found", () => {
  const { diagnostics } = parse(
    text.replace('<Choice id="ring-pete" to="pete">', '<Choice id="ring-pete" to="return">'),
  );
  expect(diagnostics).toMatchObject([
    { rule: "unreachable/scene", message: expect.stringContaining("pete") as string },
  ]);
});

test("whoever leaves from a detour was offered nothing where it was called", () => {
  const leaving = text
    .replace("pass: { mark: 0.5, requires: [ownership] }", "pass: { requires: [listening] }")
    .replace('<Choice id="hang-up" to="return">', '<Choice id="hang-up" to="found">');
  const { definition } = parse(leaving);
  if (!definition) throw new Error("It has no errors.");
  const [finding] = verifyScenario(definition).findings.filter(
    ({ rule }) => rule === "pass/required-not-offered",
  );
  expect(finding?.witness?.slice(1)).toEqual([
    expect.stringMatching(/^opening: ring-plumber/),
    expect.stringMatching(/^list: ring-pete/),
    expect.stringMatching(/^pete: hang-up/),
  ]);
});

test("below a row that calls a detour, another with its phrases gets its turn after it", () => {
  const again = `<Match id="again" phrases="hold on" to="minute" misses="empathy">
      You ask her to wait once more.
      <Consequence>She waits no longer.</Consequence>
      <Feedback>Once was enough.</Feedback>
    </Match>
    <Otherwise`;
  const { diagnostics } = parse(text.replace("<Otherwise", again));
  expect(diagnostics).toEqual([]);
});
