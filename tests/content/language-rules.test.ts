/** Standing rules wherever they fire, conditions on what follows an answer, and rules of passing together. */
import { expect, test } from "vitest";
import { plainText } from "~/core/prose/prose";
import { replay, type AttemptEvent } from "~/core/scenario/attempt";
import type { Scenario } from "~/core/scenario/definition";
import {
  beginMachine,
  compileScenario,
  playStateOf,
  stepMachine,
} from "~/core/scenario/scenario.machine";
import { scoreOf } from "~/core/scenario/scoring";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";
import {
  sampleText as text,
  sampleVocabulary as vocabulary,
} from "tests/factories/sample-scenario";

function parsed(...edits: readonly (readonly [from: string, to: string])[]): Scenario {
  const source = edits.reduce((edited, [from, to]) => {
    expect(edited).toContain(from);
    return edited.replace(from, () => to);
  }, text);
  const { definition, diagnostics } = parseScenario(
    { file: "scenarios/ring/index.mdx", text: source },
    { vocabulary },
  );
  expect(diagnostics).toEqual([]);
  if (!definition) throw new Error("It has no errors.");
  return definition;
}

const choice = (scene: string, name: string): AttemptEvent => ({
  type: "choice.made",
  scene,
  choice: name,
});
const typed = (row: string): AttemptEvent => ({
  type: "reply.typed",
  scene: "words",
  row,
  phrase: null,
  words: null,
});

function after(scenario: Scenario, ...given: readonly AttemptEvent[]) {
  const state = replay(scenario, [{ type: "attempt.started" }, ...given]);
  if (!state.ok) throw new Error(JSON.stringify(state.problem));
  return state.value;
}

/** Where play, and the machine step by step with it, stands after these choices. */
function placeAfter(scenario: Scenario, ...given: readonly AttemptEvent[]) {
  const machine = compileScenario(scenario);
  const stepped = given.reduce(
    (snapshot, event) => stepMachine(machine, snapshot, event as never),
    beginMachine(machine),
  );
  const { play } = after(scenario, ...given);
  expect(playStateOf(stepped)).toEqual(play);
  return play.place;
}

const rule = '<Rule when="patience = 0" to="gone" />';
const form = ['set="patience -= 1">\n    There', 'set="patience -= 2">\n    There'] as const;

test("of the standing rules that hold at once the first one written wins, for play, machine and proof", () => {
  const early = '<Rule when="patience &lt; 1" to="posted" />';
  const first = parsed([rule, `${early}\n${rule}`], form);
  const last = parsed([rule, `${rule}\n${early}`], form);
  const angered = choice("opening", "form");
  expect(placeAfter(first, angered)).toEqual({ kind: "ending", ending: "posted" });
  expect(placeAfter(last, angered)).toEqual({ kind: "ending", ending: "gone" });
  const unfired = (scenario: Scenario) =>
    verifyScenario(scenario)
      .findings.filter((finding) => finding.rule === "unreachable/rule")
      .map(({ at }) => scenario.rules.findIndex((own) => own.when.at.line === at.line));
  expect([unfired(first), unfired(last)]).toEqual([[1], [1]]);
});

test("a standing rule fires on the way into a detour, within it, and on the way back", () => {
  const called = choice("opening", "ring-plumber");
  const into = parsed(['to="look-up">', 'to="look-up" set="patience -= 3">']);
  expect(placeAfter(into, called)).toEqual({ kind: "ending", ending: "gone" });
  const within = parsed(['to="torch">', 'to="torch" set="patience -= 3">']);
  const way = [choice("opening", "ask"), typed("wait")];
  expect(placeAfter(within, ...way)).toEqual({ kind: "scene", scene: "stairs" });
  expect(placeAfter(within, ...way, choice("stairs", "take-torch"))).toEqual({
    kind: "ending",
    ending: "gone",
  });
  const back = parsed(['set="looked = true"', 'set="looked = true; patience -= 2"']);
  expect(placeAfter(back, called, choice("look-up", "back"))).toEqual({
    kind: "ending",
    ending: "gone",
  });
});

test("an answer that leads to an ending ends there, whatever a standing rule would say", () => {
  const ending = parsed([
    'to="posted" misses="ownership"',
    'to="posted" misses="ownership" set="patience = 0"',
  ]);
  const way = [choice("opening", "ask"), typed("match-1"), choice("minute", "maintenance")];
  expect(placeAfter(ending, ...way)).toEqual({ kind: "ending", ending: "posted" });
});

test("what follows an answer is shown where its condition holds once the answer has done what it does", () => {
  const feedback = "<Feedback>You asked before you acted.</Feedback>";
  const scenario = parsed([
    feedback,
    '<Feedback when="patience = 3">She has patience.</Feedback>\n<Feedback when="patience = 2">She had.</Feedback>',
  ]);
  const { answers } = after(scenario, choice("opening", "ask"));
  expect(answers[0]?.feedback.map((part) => plainText(part.text))).toEqual(["She has patience."]);
});

test("a run passes where its ending, the mark and every required behaviour agree, and not otherwise", () => {
  const good = [choice("opening", "ask"), typed("match-1"), choice("minute", "own")];
  const poor = [choice("opening", "form"), typed("otherwise")];
  const passes = (pass: string, ...given: readonly AttemptEvent[]) =>
    scoreOf(parsed(["pass: { mark: 0.5, requires: [ownership] }", pass]), after(parsed(), ...given))
      .passed;
  expect(passes("pass: { mark: 1, requires: [ownership, empathy] }", ...good)).toBe(true);
  expect(passes("pass: { mark: 0, requires: [] }", ...poor)).toBe(false);
  const halfway = [choice("opening", "form"), typed("match-1"), choice("minute", "own")];
  // Of 5 by weight: 1.6 for what was repaired of 2, and 3.
  expect(passes("pass: { mark: 0.92, requires: [] }", ...halfway)).toBe(true);
  expect(passes("pass: { mark: 0.921, requires: [] }", ...halfway)).toBe(false);
  expect(passes("pass: { mark: 0.5, requires: [listening, empathy, ownership] }", ...halfway)).toBe(
    true,
  );
});
