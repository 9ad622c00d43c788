import { expect, test } from "vitest";
import {
  decide,
  follow,
  replay,
  type AttemptEvent,
  type AttemptState,
} from "~/core/scenario/attempt";
import { readAttemptEvent } from "~/core/scenario/attempt-event.schema";
import type { AttemptCommand } from "~/core/scenario/attempt-event";
import type { Scenario } from "~/core/scenario/definition";
import { drawScenario } from "~/core/scenario/drawing";
import { presentMoment } from "~/core/scenario/moment";
import { scoreOf } from "~/core/scenario/scoring";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { parseProvedScenario } from "~/language/scenario/prove-scenario";
import {
  sampleText as text,
  sampleVocabulary as vocabulary,
} from "tests/factories/sample-scenario";

function parsed(source = text): Scenario {
  const { definition, diagnostics } = parseScenario(
    { file: "scenarios/ring/index.mdx", text: source },
    { vocabulary },
  );
  expect(diagnostics).toEqual([]);
  if (!definition) throw new Error("The sample has no errors.");
  return definition;
}
const scenario = parsed();

function play(
  start: Extract<AttemptCommand, { type: "start" }>,
  ...commands: readonly AttemptCommand[]
) {
  const events: AttemptEvent[] = [];
  let state: AttemptState | null = null;
  for (const command of [start, ...commands]) {
    const decided: ReturnType<typeof decide> = decide(scenario, state, command);
    if (!decided.ok) throw new Error(JSON.stringify(decided.problem));
    events.push(decided.value.event);
    state = decided.value.state;
  }
  if (!state) throw new Error("It began.");
  return { events, state };
}

const begin = { type: "start", time: "stated" } as const;
const choose = (scene: string, choice: string) => ({ type: "choose", scene, choice }) as const;

test("a scenario that uses every element has no finding but the ones it should have", () => {
  const proof = verifyScenario(scenario);
  expect(proof.findings).toEqual([]);
  expect(proof.endings.map(({ ending, shortest }) => [ending, shortest])).toEqual([
    ["found", 3],
    ["posted", 3],
    ["gone", 2],
  ]);
});

test("a draw decides what is said, stands in the log, and must be one that was declared", () => {
  const { state } = play({ ...begin, draws: { tone: "sharp" } });
  expect(JSON.stringify(presentMoment(scenario, state).lines)).toContain("eaten my ring");
  expect(decide(scenario, null, { ...begin, draws: { tone: "loud" } })).toEqual({
    ok: false,
    problem: { kind: "bad-draw", variable: "tone" },
  });
  expect(decide(scenario, null, { ...begin, draws: { looked: true } }).ok).toBe(false);
});

test("an interlude returns to its caller, repeats nothing and is not offered again", () => {
  const { state } = play(begin, choose("opening", "ring-plumber"), choose("look-up", "back"));
  const moment = presentMoment(scenario, state);
  expect(moment.scene).toBe("opening");
  expect(moment.lines).toEqual([]);
  expect(moment.choices.map(({ choice }) => choice)).toEqual(["ask", "form"]);
  expect(state.arrivedSeq).toBe(0);
  expect(state.play.values.looked).toBe(true);
  expect(scoreOf(scenario, state).behaviours.every(({ offered }) => offered === 0)).toBe(true);
});

test("typed words are matched by the rubric, explained, and the attempt replays without them", () => {
  const typed = { type: "reply", scene: "words", words: "Oh, that must be really HARD." } as const;
  const { events, state } = play(begin, choose("opening", "ask"), typed);
  expect(events.at(-1)).toMatchObject({
    row: "match-1",
    phrase: "must be ... hard/awful/frightening",
  });
  const erased = events.map((event) => readAttemptEvent({ ...event, words: null }));
  const again = replay(
    scenario,
    erased.filter((event) => event !== null),
  );
  expect(again.ok && again.value.play).toEqual(state.play);
  const other = play(begin, choose("opening", "ask"), {
    ...typed,
    words: "Sorry, but checkout is at eleven",
  });
  expect(other.events.at(-1)).toMatchObject({ row: "otherwise", phrase: null });
});

test("time runs out no sooner than it may, and only as advice where more or none was asked for", () => {
  const { state } = play(begin, choose("opening", "ask"), {
    type: "reply",
    scene: "words",
    words: "sorry",
  });
  const silence = (elapsedSeconds: number) =>
    ({ type: "silence", scene: "minute", elapsedSeconds }) as const;
  expect(presentMoment(scenario, state).clock).toEqual({
    seconds: 30,
    decides: true,
    canPass: true,
  });
  expect(decide(scenario, state, silence(12))).toEqual({
    ok: false,
    problem: { kind: "too-soon", secondsLeft: 18 },
  });
  expect(decide(scenario, state, silence(31)).ok).toBe(true);
  const tenfold = { ...state, time: "tenfold" } as const;
  expect(decide(scenario, tenfold, silence(31)).ok).toBe(false);
  expect(decide(scenario, tenfold, silence(300)).ok).toBe(true);
});

test("a miss that is repaired later counts 0.8", () => {
  const { state } = play(
    begin,
    choose("opening", "form"),
    { type: "reply", scene: "words", words: "sorry" },
    choose("minute", "own"),
  );
  const listening = scoreOf(scenario, state).behaviours[0];
  expect(listening).toMatchObject({ offered: 3, shown: 2.6 });
  expect(listening?.moments.map(({ shown, repaired }) => [shown, repaired])).toEqual([
    [false, true],
    [true, false],
  ]);
});

test("a standing rule ends it wherever it is, in the stated order", () => {
  const { state } = play(begin, choose("opening", "form"), {
    type: "reply",
    scene: "words",
    words: "eleven",
  });
  expect(state.play.place).toEqual({ kind: "ending", ending: "gone" });
});

test("an event that is none of ours is not read from storage", () => {
  expect(readAttemptEvent({ type: "choice.made", scene: 1 })).toBeNull();
  expect(readAttemptEvent("x")).toBeNull();
  const begun = follow(scenario, null, { type: "attempt.started" });
  expect(begun.ok && begun.value.time).toBe("none");
});

test("the drawing holds every scene and ending, and nothing that is markup", () => {
  const svg = drawScenario({ ...scenario, title: "<script>" });
  for (const { id } of [...scenario.scenes, ...scenario.endings]) expect(svg).toContain(`>${id}`);
  expect(svg).not.toContain("<script>");
});

test("a drawing after a change marks what is there and names what is not any more", () => {
  const svg = drawScenario(scenario, new Set(["words", "lobby"]));
  expect(svg).toContain("yellow: something changed here");
  expect(svg).toContain("no longer there: lobby");
  expect(svg.match(/#fff3c4/g)).toHaveLength(1);
  expect(drawScenario(scenario)).not.toContain("yellow");
});

test("a pass that nobody can miss is found", () => {
  const endings = scenario.endings.map((ending) => ({ ...ending, outcome: "passed" as const }));
  const proof = verifyScenario({
    ...scenario,
    endings,
    pass: { ...scenario.pass, mark: null, requires: [] },
  });
  expect(proof.canMiss).toBe(false);
  expect(proof.findings.map((finding) => finding.rule)).toContain("pass/unmissable");
});

/** A scene with no way out, for those who lead to it. */
function withLimbo(source: string): string {
  return source.includes('to="limbo"')
    ? `${source}\n<Scene id="limbo">\n<Choice id="wait" to="limbo">You wait.</Choice>\n</Scene>\n`
    : source;
}

function matching(phrase: string): string {
  return `\n<Match phrases="${phrase}" to="minute" shows="empathy">\nYou say it.\n<Consequence>b</Consequence>\n<Feedback>c</Feedback>\n</Match>\n`;
}

/** What breaks → how, and the rule that must find it. */
const mutations: Readonly<Record<string, readonly [from: string, to: string, rule: string]>> = {
  "a choice whose condition never holds": [
    'to="look-up">',
    'to="look-up" when="looked and not looked">',
    "unreachable/choice",
  ],
  "an ending that nothing leads to": ['to="posted"', 'to="found"', "unreachable/ending"],
  "a scene that nothing leads to": ['to="look-up"', 'to="words"', "unreachable/scene"],
  "a rule that never fires": [
    'when="patience = 0"',
    'when="patience > 2 and patience < 2"',
    "unreachable/rule",
  ],
  "a line that is never shown": [
    'when="tone = sharp"',
    'when="tone = sharp and tone = quiet"',
    "unreachable/line",
  ],
  "a row that an earlier one swallows": [
    '<Reply prompt="What do you say to her?">',
    `<Reply prompt="?">${matching("sorry")}${matching("so sorry")}`,
    "unreachable/row",
  ],
  "a trap": ['to="posted"', 'to="limbo"', "flow/trap"],
  "a condition that always holds": [
    'when="looked or patience > 1"',
    'when="patience > 0"',
    "condition/always-true",
  ],
  "a marked moment met twice": [
    '<Choice id="own" to="found"',
    '<Choice id="own" to="opening"',
    "flow/marked-twice",
  ],
  "a mark that nobody earns": [
    'shows="ownership, listening"',
    'shows="listening"',
    "pass/out-of-reach",
  ],
  "a variable that nothing changes": [' set="looked = true"', "", "variable/never-written"],
  "a variable that nothing reads": [
    'oneOf="quiet, sharp" draw />',
    'oneOf="quiet, sharp" draw />\n<Variable name="idle" start="true" />',
    "variable/never-read",
  ],
  "a moment with nothing on offer": [
    '<Choice id="own" to="found"',
    '<Choice id="own" when="patience > 1" to="found"',
    "flow/no-choice",
  ],
  "a way to a pass that leaves a required behaviour out": [
    '<Choice id="ask" to="words"',
    '<Choice id="ask" to="found"',
    "pass/required-not-offered",
  ],
  "a behaviour never offered": ['shows="empathy"', "", "behaviour/never-offered"],
  "more to read than the minutes allow": [
    "A guest comes down in slippers.",
    "word ".repeat(1500),
    "minutes/too-short",
  ],
};

for (const [name, [from, to, rule]] of Object.entries(mutations)) {
  test(`${name} is found`, () => {
    expect(text).toContain(from);
    const { definition, diagnostics } = parseScenario(
      { file: "scenarios/ring/index.mdx", text: withLimbo(text.replace(from, to)) },
      { vocabulary },
    );
    const rules: string[] = diagnostics.map((diagnostic) => diagnostic.rule);
    if (definition)
      rules.push(...verifyScenario(definition).findings.map((finding) => finding.rule));
    expect(rules).toContain(rule);
  });
}

test("where content is served, a scenario that someone could get stuck in is refused", () => {
  const file = "scenarios/ring/index.mdx";
  const stuck = text.replace('<Choice id="own" to', '<Choice id="own" when="patience > 1" to');
  expect(parseProvedScenario({ file, text }, { vocabulary }).definition).not.toBeNull();
  const refused = parseProvedScenario({ file, text: stuck }, { vocabulary });
  expect(refused.definition).toBeNull();
  expect(refused.diagnostics.map(({ rule, line }) => [rule, line])).toEqual([
    ["flow/no-choice", 94],
  ]);
  expect(refused.diagnostics[0]?.witness?.length).toBeGreaterThan(0);
});
