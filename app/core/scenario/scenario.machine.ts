/**
 * A scenario as an XState machine: scenes are states of `playing`, choices are events with guards
 * and actions, standing rules are eventless transitions of `playing` whose targets lie outside it,
 * endings are final. Stepped with pure functions, without an actor.
 * https://stately.ai/docs/pure-transitions
 */
import { initialTransition, setup, transition, type AnyMachineSnapshot } from "xstate";
import { assign } from "xstate";
import type { Choice, Condition, Effect, Scenario } from "./definition";
import type { PlayState } from "./play";
import { applyEffects, conditionHolds, startValues, type Values } from "./values";

export interface ScenarioContext {
  readonly values: Values;
}

export interface ChoiceMade {
  readonly type: "choice.made";
  readonly choice: string;
}

/** A standing rule fires at most once in a step; the bound turns a mistake of ours into an error. */
const MAX_ITERATIONS = 100;

const sceneState = (id: string) => `scene:${id}`;
const endingState = (id: string) => `ending:${id}`;

function setupFor(scenario: Scenario) {
  return setup({
    types: { context: {} as ScenarioContext, events: {} as ChoiceMade },
    guards: {
      conditionHolds: ({ context }, params: { condition: Condition }) =>
        conditionHolds(params.condition, context.values),
      isTaken: ({ context, event }, params: { choice: string; condition: Condition | null }) =>
        event.choice === params.choice &&
        (params.condition === null || conditionHolds(params.condition, context.values)),
    },
    actions: {
      applyEffects: assign({
        values: ({ context }, params: { effects: readonly Effect[] }) =>
          applyEffects(scenario, params.effects, context.values),
      }),
    },
  });
}

/** Compiles a definition that the parser accepted: every target exists. */
export function compileScenario(scenario: Scenario) {
  const endings = new Set(scenario.endings.map((ending) => ending.id));
  const target = (id: string) => `#${endings.has(id) ? endingState(id) : sceneState(id)}`;
  const onChoice = (choice: Choice) => ({
    guard: {
      type: "isTaken" as const,
      params: { choice: choice.id, condition: choice.when?.condition ?? null },
    },
    target: target(choice.target),
    actions: { type: "applyEffects" as const, params: { effects: choice.effects } },
  });
  const scenes = scenario.scenes.map((scene) => [
    sceneState(scene.id),
    { id: sceneState(scene.id), on: { "choice.made": scene.choices.map(onChoice) } },
  ]);
  const ends = scenario.endings.map((ending) => [
    endingState(ending.id),
    { id: endingState(ending.id), type: "final" as const, tags: [ending.outcome] },
  ]);
  return setupFor(scenario).createMachine({
    id: scenario.slug,
    context: { values: startValues(scenario) },
    initial: "playing",
    options: { maxIterations: MAX_ITERATIONS },
    states: {
      playing: {
        initial: sceneState(scenario.start),
        always: scenario.rules.map((rule) => ({
          guard: { type: "conditionHolds" as const, params: { condition: rule.when.condition } },
          target: target(rule.target),
        })),
        states: Object.fromEntries(scenes) as Record<string, object>,
      },
      ...(Object.fromEntries(ends) as Record<string, object>),
    },
  });
}

export type ScenarioMachine = ReturnType<typeof compileScenario>;

/** Where the machine is, in the words of `play.ts`. */
export function playStateOf(snapshot: AnyMachineSnapshot): PlayState {
  const { values } = snapshot.context as ScenarioContext;
  const value = snapshot.value as string | { readonly playing: string };
  return typeof value === "string"
    ? { place: { kind: "ending", ending: value.slice(endingState("").length) }, values }
    : { place: { kind: "scene", scene: value.playing.slice(sceneState("").length) }, values };
}

export function beginMachine(machine: ScenarioMachine) {
  return initialTransition(machine)[0];
}

export function stepMachine(
  machine: ScenarioMachine,
  snapshot: ReturnType<typeof beginMachine>,
  choice: string,
) {
  return transition(machine, snapshot, { type: "choice.made", choice })[0];
}
