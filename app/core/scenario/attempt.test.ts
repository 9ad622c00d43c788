import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { aScenario } from "tests/factories/scenario";
import { fc } from "tests/setup/properties";
import { decide, replay, type AttemptEvent, type AttemptState } from "./attempt";
import { presentMoment } from "./moment";
import { scoreOf } from "./scoring";

function played(scenario = aScenario(), ...choices: readonly string[]): AttemptState {
  const events: AttemptEvent[] = [
    { type: "attempt.started" },
    ...choices.map((choice): AttemptEvent => ({ type: "choice.made", scene: "opening", choice })),
  ];
  const state = replay(scenario, events);
  if (!state.ok) throw new Error(JSON.stringify(state.problem));
  return state.value;
}

test("replaying a log gives the state that playing gave", () => {
  fc.assert(
    fc.property(
      arbitraryScenario({ scenes: 4, forwardOnly: false }),
      fc.array(fc.nat({ max: 5 }), { maxLength: 10 }),
      (scenario, picks) => {
        const events: AttemptEvent[] = [];
        let live = null as AttemptState | null;
        const record = (command: Parameters<typeof decide>[2]) => {
          const decided = decide(scenario, live, command);
          if (!decided.ok) return;
          events.push(decided.value.event);
          live = decided.value.state;
        };
        record({ type: "start" });
        for (const pick of picks) {
          const moment = live && presentMoment(scenario, live);
          const choice = moment?.choices[pick % Math.max(1, moment.choices.length)];
          if (!moment?.scene || !choice) continue;
          record({ type: "choose", scene: moment.scene, choice: choice.choice });
        }
        expect(replay(scenario, events)).toEqual({ ok: true, value: live });
      },
    ),
    { numRuns: 200 },
  );
});

test("a choice that is not on offer, not here, or after the end is refused", () => {
  const scenario = aScenario();
  const begun = played(scenario);
  expect(decide(scenario, begun, { type: "choose", scene: "opening", choice: "sing" })).toEqual({
    ok: false,
    problem: { kind: "not-on-offer", choice: "sing" },
  });
  expect(decide(scenario, begun, { type: "choose", scene: "later", choice: "point" })).toEqual({
    ok: false,
    problem: { kind: "not-here", scene: "later" },
  });
  const ended = played(scenario, "point");
  expect(decide(scenario, ended, { type: "choose", scene: "opening", choice: "point" })).toEqual({
    ok: false,
    problem: { kind: "already-ended" },
  });
  expect(decide(scenario, ended, { type: "start" })).toEqual({
    ok: false,
    problem: { kind: "already-started" },
  });
});

test("a log that does not replay names the event that does not follow", () => {
  const broken: AttemptEvent[] = [
    { type: "attempt.started" },
    { type: "choice.made", scene: "opening", choice: "edited" },
  ];
  expect(replay(aScenario(), broken)).toEqual({
    ok: false,
    problem: { seq: 1, refusal: { kind: "not-on-offer", choice: "edited" } },
  });
  expect(replay(aScenario(), [])).toEqual({
    ok: false,
    problem: { seq: 0, refusal: { kind: "not-started" } },
  });
});

test("the present moment holds nothing of moments not reached", () => {
  const moment = presentMoment(aScenario(), played());
  const text = JSON.stringify(moment);
  expect(moment.choices.map((choice) => choice.choice)).toEqual(["say-back", "point"]);
  expect(text).not.toContain("Yes!");
  expect(text).not.toContain("heard");
  expect(text).not.toContain("thanks");
  expect(text).not.toContain("listening");
  expect(text).not.toContain("weight");
});

test("after an answer the consequence stands at the top of the next moment", () => {
  const moment = presentMoment(aScenario(), played(aScenario(), "say-back"));
  expect(moment.ending?.id).toBe("thanks");
  expect(moment.choices).toEqual([]);
  expect(moment.before.map((turn) => turn.kind)).toEqual(["said", "answered"]);
  expect(moment.consequence.map((said) => said.speaker?.name)).toEqual(["Rosa Almeida"]);
});

test("a behaviour is offered where a choice on offer shows it, and shown where the choice taken does", () => {
  const scenario = aScenario({
    pass: { mark: 0.6, requires: ["listening"], at: { line: 1, column: 1 } },
  });
  const good = scoreOf(scenario, played(scenario, "say-back"));
  const poor = scoreOf(scenario, played(scenario, "point"));
  expect(good.behaviours).toMatchObject([{ behaviour: "listening", offered: 1, shown: 1 }]);
  expect(good.passed).toBe(true);
  expect(poor.behaviours).toMatchObject([{ behaviour: "listening", offered: 1, shown: 0 }]);
  expect(poor).toMatchObject({ mark: { holds: false }, passRuleHolds: false, passed: false });
  expect(poor.requires).toEqual([{ behaviour: "listening", shown: false }]);
});
