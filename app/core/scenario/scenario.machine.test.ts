import { expect, test } from "vitest";
import { createActor, createMachine, initialTransition, SimulatedClock, transition } from "xstate";
import { getShortestPaths, toDirectedGraph } from "xstate/graph";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { aChoice, aGuard, anEnding, aScenario, aScene, somewhere } from "tests/factories/scenario";
import { fc } from "tests/setup/properties";
import { follow } from "./attempt";
import { beginMachine, compileScenario, playStateOf, stepMachine } from "./scenario.machine";

/** A command in the words of the machine and in those of the log; not all of them are possible now. */
const commands = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map((at) => ({ choice: `choice-${at}` })),
  fc.integer({ min: 1, max: 2 }).map((at) => ({ choice: `aside-${at}` })),
  fc.integer({ min: 1, max: 2 }).map((at) => ({ row: `row-${at}` })),
  fc.constant({ ranOut: true as const }),
);

function inBothWords(
  command: { choice: string } | { row: string } | { ranOut: true },
  scene: string,
) {
  if ("choice" in command) {
    const { choice } = command;
    return [
      { type: "choice.made", choice } as const,
      { type: "choice.made", scene, choice } as const,
    ] as const;
  }
  if ("row" in command) {
    const { row } = command;
    const typed = { type: "reply.typed", scene, row, phrase: null, words: null } as const;
    return [{ type: "reply.typed", row } as const, typed] as const;
  }
  return [{ type: "time.ranOut" } as const, { type: "time.ranOut", scene } as const] as const;
}

test("the stepper and the machine agree on every step of every generated scenario", () => {
  let steps = 0;
  fc.assert(
    fc.property(
      arbitraryScenario({ scenes: 4, forwardOnly: false }),
      fc.array(commands, { maxLength: 14 }),
      fc.boolean(),
      (scenario, given, promised) => {
        const drawn = scenario.variables.some((one) => one.name === "promised" && one.drawn);
        const draws = drawn ? { promised } : {};
        const machine = compileScenario(scenario);
        let snapshot = beginMachine(machine, draws);
        const begun = follow(scenario, null, { type: "attempt.started", draws });
        if (!begun.ok) throw new Error("An attempt begins.");
        let state = begun.value;
        expect(playStateOf(snapshot)).toEqual(state.play);
        for (const command of given) {
          const scene = state.play.place.kind === "scene" ? state.play.place.scene : "";
          const [event, logged] = inBothWords(command, scene);
          snapshot = stepMachine(machine, snapshot, event);
          const followed = follow(scenario, state, logged);
          if (followed.ok) steps += 1;
          state = followed.ok ? followed.value : state;
          expect(playStateOf(snapshot)).toEqual(state.play);
        }
      },
    ),
    { numRuns: 600 },
  );
  expect(steps).toBeGreaterThan(250);
});

test("a standing rule ends the conversation wherever it is", () => {
  const scenario = aScenario({
    variables: [{ type: "integer", name: "patience", min: 0, max: 3, start: 1, at: somewhere }],
    rules: [
      {
        when: aGuard({ kind: "compare", variable: "patience", comparison: "=", value: 0 }),
        target: "leaves",
        at: somewhere,
      },
    ],
    scenes: [
      aScene({
        choices: [
          aChoice({
            id: "shrug",
            target: "opening",
            effects: [{ kind: "add", variable: "patience", amount: -2, at: somewhere }],
          }),
        ],
      }),
    ],
    endings: [anEnding(), anEnding({ id: "leaves", outcome: "failed" })],
  });
  const machine = compileScenario(scenario);
  const after = stepMachine(machine, beginMachine(machine), {
    type: "choice.made",
    choice: "shrug",
  });
  expect(after.status).toBe("done");
  expect(after.hasTag("failed")).toBe(true);
  expect(playStateOf(after)).toEqual({
    place: { kind: "ending", ending: "leaves" },
    values: { patience: 0 },
    caller: null,
    called: [],
  });
});

test("run as an actor, silence follows after the seconds of its moment, anew after an interlude", () => {
  const silence = aChoice({ id: "silence", target: "leaves" });
  const scenario = aScenario({
    scenes: [
      aScene({
        choices: [aChoice({ id: "look", target: "shelf" })],
        timed: { seconds: 30, silence },
      }),
      aScene({
        id: "shelf",
        interlude: true,
        choices: [aChoice({ id: "back", target: "return" })],
      }),
    ],
  });
  const clock = new SimulatedClock();
  const actor = createActor(compileScenario(scenario), { input: {}, clock }).start();
  const place = () => playStateOf(actor.getSnapshot()).place;
  clock.increment(29_999);
  expect(place()).toEqual({ kind: "scene", scene: "opening" });
  actor.send({ type: "choice.made", choice: "look" });
  clock.increment(90_000);
  expect(place()).toEqual({ kind: "scene", scene: "shelf" });
  actor.send({ type: "choice.made", choice: "back" });
  clock.increment(29_999);
  expect(place()).toEqual({ kind: "scene", scene: "opening" });
  clock.increment(1);
  expect(place()).toEqual({ kind: "ending", ending: "leaves" });
});

test("a step is bounded, however a machine were to lead back to itself", () => {
  const { options } = compileScenario(aScenario()).config;
  const looping = createMachine({
    ...(options === undefined ? {} : { options }),
    initial: "start",
    states: {
      start: { on: { go: "there" } },
      there: { always: "back" },
      back: { always: "there" },
    },
  });
  const [begun] = initialTransition(looping);
  expect(() => transition(looping, begun, { type: "go" })).toThrow(/infinite loop/i);
});

test("XState's own tools open the machine", () => {
  const machine = compileScenario(aScenario());
  const paths = getShortestPaths(machine, {
    input: {},
    events: [
      { type: "choice.made", choice: "say-back" },
      { type: "choice.made", choice: "point" },
    ],
  });
  const ended = paths
    .map((path) => playStateOf(path.state).place)
    .filter(({ kind }) => kind === "ending");
  expect(ended).toEqual([
    { kind: "ending", ending: "thanks" },
    { kind: "ending", ending: "leaves" },
  ]);
  const graph = toDirectedGraph(machine);
  expect(graph.children.map((child) => child.stateNode.key)).toEqual([
    "playing",
    "ending:thanks",
    "ending:leaves",
  ]);
});

test("the machine is written down as JSON, and read from it is the same machine", () => {
  const scenario = aScenario();
  const machine = compileScenario(scenario);
  const written = JSON.stringify(machine.config);
  expect(JSON.parse(JSON.stringify(machine))).toMatchObject({
    id: scenario.slug,
    states: { playing: { states: { "scene:opening": { id: "scene:opening" } } } },
  });
  const config = JSON.parse(written) as Parameters<typeof createMachine>[0];
  // How it begins depends on what is drawn, so that alone is no data.
  const { context } = machine.config;
  const read = createMachine({ ...config, context }).provide(machine.implementations as never);
  for (const choice of ["say-back", "point", "nothing-of-the-kind"]) {
    const event = { type: "choice.made", choice } as const;
    const own = beginMachine(machine);
    const again = transition(
      read,
      read.resolveState({ value: own.value, context: own.context }),
      event,
    );
    expect(playStateOf(again[0])).toEqual(playStateOf(stepMachine(machine, own, event)));
  }
});
