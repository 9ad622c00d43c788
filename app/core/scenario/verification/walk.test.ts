import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { allDraws } from "tests/factories/exhaustive-play";
import { wideScenario } from "tests/factories/wide-scenario";
import { cpuMilliseconds } from "tests/setup/cpu-time";
import { fc } from "tests/setup/properties";
import type { Scenario } from "../definition";
import { begin, choicesOnOffer, presentScene, rowsOpen, take, type PlayState } from "../play";
import { verifyScenario } from "./verify";

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

test("the walk meets exactly the states that play can reach, circles and interludes included", () => {
  fc.assert(
    fc.property(arbitraryScenario({ scenes: 4, forwardOnly: false }), (scenario) => {
      const states = statesOf(scenario, 2_000);
      if (!states) return;
      expect(verifyScenario(scenario).states).toBe(states.size);
    }),
    { numRuns: 80 },
  );
});

test("a trap is found exactly where some state leads to no ending and no dead moment", () => {
  fc.assert(
    fc.property(arbitraryScenario({ scenes: 3, forwardOnly: false }), (scenario) => {
      const states = statesOf(scenario, 1_000);
      if (!states) return;
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
    }),
    { numRuns: 80 },
  );
});

test("200 scenes with 100,000 reachable states are proved in under 5 seconds of work", () => {
  const started = process.cpuUsage();
  const proof = verifyScenario(wideScenario(200, [22, 25]));
  const spent = cpuMilliseconds(started);
  expect(proof.states).toBeGreaterThan(100_000);
  expect(proof.isDecided).toBe(true);
  expect(spent).toBeLessThan(5_000);
});
