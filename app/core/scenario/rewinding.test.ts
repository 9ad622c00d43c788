import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { aScenario } from "tests/factories/scenario";
import { fc } from "tests/setup/properties";
import {
  decide,
  replay,
  type AttemptCommand,
  type AttemptEvent,
  type AttemptState,
} from "./attempt";
import { presentMoment } from "./moment";
import { everyAnswer } from "./rewinding";
import { scoreOf } from "./scoring";

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ pick: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ back: fc.nat({ max: 12 }) }) },
);
const plays = fc.tuple(
  arbitraryScenario({ scenes: 4, forwardOnly: false }),
  fc.array(step, { minLength: 1, maxLength: 14 }),
);
type Steps = readonly ({ readonly pick: number } | { readonly back: number })[];
type Scenario = Parameters<typeof replay>[0];

/** Plays as a learner does, going back anywhere, also to branches that were left. */
function played(scenario: Scenario, steps: Steps) {
  const events: AttemptEvent[] = [];
  let live = null as AttemptState | null;
  const record = (command: AttemptCommand) => {
    const decided = decide(scenario, live, command);
    if (!decided.ok) return;
    events.push(decided.value.event);
    live = decided.value.state;
  };
  record({ type: "start" });
  for (const one of steps) {
    if ("back" in one) {
      const given = live === null ? [] : everyAnswer(live);
      record({ type: "rewind", to: given[one.back % Math.max(1, given.length)]?.seq ?? 0 });
      continue;
    }
    const moment = live && presentMoment(scenario, live);
    const choice = moment?.choices[one.pick % Math.max(1, moment.choices.length)];
    if (moment?.scene && choice) {
      record({ type: "choose", scene: moment.scene, choice: choice.choice });
    }
  }
  if (live === null) throw new Error("Nothing began.");
  return { events, live };
}

test("replaying a log with ways back anywhere gives the state that playing gave", () => {
  fc.assert(
    fc.property(plays, ([scenario, steps]) => {
      const { events, live } = played(scenario, steps);
      expect(replay(scenario, events)).toEqual({ ok: true, value: live });
    }),
    { numRuns: 300 },
  );
});

test("what stands after ways back is what playing only the branch that stands would have given", () => {
  let rewinds = 0;
  fc.assert(
    fc.property(plays, ([scenario, steps]) => {
      const { events, live } = played(scenario, steps);
      rewinds += events.filter(({ type }) => type === "attempt.rewound").length;
      const branch = live.answers.flatMap(({ seq }) => events[seq] ?? []);
      const straight = replay(scenario, [{ type: "attempt.started" }, ...branch]);
      if (!straight.ok) throw new Error(JSON.stringify(straight.problem));
      expect(straight.value.play).toEqual(live.play);
      const plain = (state: AttemptState) =>
        scoreOf(scenario, state).behaviours.map(({ behaviour, shown, offered }) => ({
          behaviour,
          shown,
          offered,
        }));
      expect(plain(straight.value)).toEqual(plain(live));
      expect(scoreOf(scenario, straight.value).passed).toBe(scoreOf(scenario, live).passed);
    }),
    { numRuns: 300 },
  );
  expect(rewinds).toBeGreaterThan(100);
});

test("no answer is ever lost: every one stands or was left, once, in the order of the log", () => {
  fc.assert(
    fc.property(plays, ([scenario, steps]) => {
      const { events, live } = played(scenario, steps);
      const answered = events.flatMap(({ type }, seq) => (type === "choice.made" ? [seq] : []));
      expect(everyAnswer(live).map(({ seq }) => seq)).toEqual(answered);
    }),
  );
});

test("a way back to a moment that was never answered is refused", () => {
  const scenario = aScenario();
  const { live } = played(scenario, [{ pick: 1 }]);
  for (const to of [0, 2, 7]) {
    expect(decide(scenario, live, { type: "rewind", to })).toEqual({
      ok: false,
      problem: { kind: "no-such-answer", to },
    });
  }
  expect(decide(scenario, null, { type: "rewind", to: 1 })).toEqual({
    ok: false,
    problem: { kind: "not-started" },
  });
});

test("from a branch that was left one can go back again, and then that branch counts", () => {
  const scenario = aScenario();
  const { live } = played(scenario, [{ pick: 0 }, { back: 1 }, { pick: 1 }]);
  expect(live.answers.map(({ seq }) => seq)).toEqual([3]);
  expect(live.abandoned.map(({ seq }) => seq)).toEqual([1]);
  const again = decide(scenario, live, { type: "rewind", to: 1 });
  if (!again.ok) throw new Error("It is refused.");
  expect(again.value.state).toMatchObject({ seq: 5, answers: [], arrivedSeq: 4 });
  expect(again.value.state.abandoned.map(({ seq }) => seq)).toEqual([1, 3]);
});
