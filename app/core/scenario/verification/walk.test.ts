import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { allDraws } from "tests/factories/exhaustive-play";
import { wideScenario } from "tests/factories/wide-scenario";
import { cpuMilliseconds } from "tests/setup/cpu-time";
import { fc } from "tests/setup/properties";
import type { Scenario } from "../definition";
import {
  begin,
  callName,
  choicesOnOffer,
  presentScene,
  rowsOpen,
  take,
  type PlayState,
} from "../play";
import { domainOf } from "../values";
import { programOf, type Program } from "./program";
import { calledOfCode, callerOfCode, valuesOfCode } from "./state-codes";
import { nextCase } from "./telling-draws";
import { verifyScenario } from "./verify";
import { walkProgram } from "./walk";

/** Every state by the rules of play, told apart by their text, with the states that follow. */
function statesOf(scenario: Scenario, most: number): ReadonlyMap<string, readonly string[]> | null {
  const found = new Map<string, readonly string[]>();
  const waiting: PlayState[] = allDraws(scenario).map((draws) => begin(scenario, draws));
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    const name = JSON.stringify(state);
    if (found.has(name)) continue;
    if (found.size > most) return null;
    const now = state;
    const scene = presentScene(scenario, now);
    const silence = scene?.timed ? [scene.timed.silence] : [];
    const answers = [...choicesOnOffer(scenario, now), ...rowsOpen(scenario, now), ...silence];
    const next = answers.map((answer) => take(scenario, now, answer));
    found.set(
      name,
      next.map((one) => JSON.stringify(one)),
    );
    waiting.push(...next);
  }
  return found;
}

/** The states that one code stands for, as play has them: one for each case of the draws that only tell. */
function playStatesOf(program: Program, code: number): readonly PlayState[] {
  const { scenario, scenes, callers, callSets, combinations, sizes, telling } = program;
  const place = Math.floor(code / combinations / callSets / (callers.length + 1));
  const scene = scenes[place]?.scene.id;
  const ending = scenario.endings[place - scenes.length]?.id ?? "";
  const caller = scenes[callers[callerOfCode(program, code) - 1] ?? -1];
  const calls = (caller ?? scenes[place])?.answers.filter(
    ({ callBit }) => (callBit & calledOfCode(program, code)) !== 0,
  );
  const slots = new Int32Array(sizes.length);
  valuesOfCode(program, code, slots);
  const states: PlayState[] = [];
  do {
    states.push({
      place: scene === undefined ? { kind: "ending", ending } : { kind: "scene", scene },
      values: Object.fromEntries(
        scenario.variables.map((one, at) => [one.name, domainOf(one)[slots[at] ?? 0] ?? ""]),
      ),
      caller: caller?.scene.id ?? null,
      called: (calls ?? []).map(({ choice }) => callName(choice)).sort(),
    });
  } while (nextCase(sizes, telling, slots));
  return states;
}

test("the walk meets exactly the states that play can reach, circles and interludes included", () => {
  let compared = 0;
  let within = 0;
  fc.assert(
    fc.property(arbitraryScenario({ scenes: 4, forwardOnly: false }), (scenario) => {
      const states = statesOf(scenario, 2_000);
      fc.pre(states !== null);
      const { program, codes } = walkProgram(programOf(scenario), 1_000_000);
      const met = codes.flatMap((code) => playStatesOf(program, code));
      expect(met.map((state) => JSON.stringify(state)).sort()).toEqual([...states.keys()].sort());
      expect(verifyScenario(scenario).states).toBe(states.size);
      compared += 1;
      within += met.filter(({ caller }) => caller !== null).length;
    }),
    { numRuns: 80 },
  );
  expect(compared).toBe(80);
  expect(within).toBeGreaterThan(30);
});

test("a trap is found exactly where some state leads to no ending and no dead moment", () => {
  let [trapped, free] = [0, 0];
  fc.assert(
    fc.property(arbitraryScenario({ scenes: 3, forwardOnly: false }), (scenario) => {
      const states = statesOf(scenario, 1_000);
      fc.pre(states !== null);
      const isStop = (name: string) => {
        const state = JSON.parse(name) as PlayState;
        const isEnded = state.place.kind === "ending";
        return (
          isEnded || choicesOnOffer(scenario, state).length + rowsOpen(scenario, state).length === 0
        );
      };
      const escapes = new Set([...states.keys()].filter(isStop));
      for (let grew = true; grew;) {
        grew = false;
        for (const [name, next] of states) {
          if (escapes.has(name) || !next.some((one) => escapes.has(one))) continue;
          escapes.add(name);
          grew = true;
        }
      }
      const traps = verifyScenario(scenario).findings.filter(({ rule }) => rule === "flow/trap");
      expect(traps.length > 0).toBe(escapes.size < states.size);
      if (traps.length > 0) trapped += 1;
      else free += 1;
    }),
    { numRuns: 250 },
  );
  expect(trapped + free).toBe(250);
  expect(Math.min(trapped, free)).toBeGreaterThan(2);
});

test("200 scenes with 100,000 reachable states are proved in under 5 seconds of work", () => {
  const started = process.cpuUsage();
  const proof = verifyScenario(wideScenario(200, [22, 25]));
  const spent = cpuMilliseconds(started);
  expect(proof.states).toBeGreaterThan(100_000);
  expect(proof.isDecided).toBe(true);
  expect(spent).toBeLessThan(5_000);
});
