/**
 * A scenario as an XState machine: scenes are states of `playing`, choices are events with guards
 * and actions, standing rules are eventless transitions of `playing` whose targets lie outside it,
 * timed moments are delayed transitions, endings are final. Stepped with pure functions, without an
 * actor. https://stately.ai/docs/pure-transitions
 *
 * Nothing of the product plays by it: the server plays by `play.ts`, which is quicker. It is here so
 * that XState's own tools open a scenario, and so that `play.ts` is held, step by step, to what a
 * statechart says (docs/decisions/016). Time runs out by the event `time.ranOut`, which the page
 * submits and the server measures (`timing.ts`). The delay beside it is for whoever runs the machine
 * as an actor: it begins with its scene and so anew after an interlude, while a learner's goes on.
 */
import { assign, initialTransition, setup, transition, type AnyMachineSnapshot } from "xstate";
import {
  RETURN,
  type Choice,
  type Condition,
  type Effect,
  type Scenario,
  type Scene,
} from "./definition";
import { callName, isCall, isWithin, type PlayState } from "./play";
import { answersOf } from "./lookup";
import { applyEffects, conditionHolds, startValues, type Values } from "./values";

interface ScenarioContext {
  readonly values: Values;
  readonly caller: string | null;
  readonly called: readonly string[];
}

type ScenarioEvent =
  | { readonly type: "choice.made"; readonly choice: string }
  | { readonly type: "reply.typed"; readonly row: string }
  | { readonly type: "time.ranOut" };

/** A standing rule fires at most once in a step; the bound turns a mistake of ours into an error. */
const MAX_ITERATIONS = 100;

const sceneState = (id: string) => `scene:${id}`;
const endingState = (id: string) => `ending:${id}`;
const takenFrom = (event: ScenarioEvent) =>
  event.type === "choice.made" ? event.choice : event.type === "reply.typed" ? event.row : null;

interface Taking {
  readonly choice: string | null;
  readonly condition: Condition | null;
  /** Where it led to an interlude before, by this name, it is not offered again. */
  readonly once: string | null;
  /** Only on the way back to this caller. */
  readonly caller: string | null;
}

function setupFor(scenario: Scenario) {
  return setup({
    types: { context: {} as ScenarioContext, events: {} as ScenarioEvent, input: {} },
    guards: {
      conditionHolds: ({ context }, params: { condition: Condition }) =>
        conditionHolds(params.condition, context.values),
      isTaken: ({ context, event }, params: Taking) =>
        (params.choice === null || takenFrom(event) === params.choice) &&
        (params.condition === null || conditionHolds(params.condition, context.values)) &&
        !(params.once !== null && context.called.includes(params.once)) &&
        (params.caller === null || context.caller === params.caller),
    },
    actions: {
      applyEffects: assign({
        values: ({ context }, params: { effects: readonly Effect[] }) =>
          applyEffects(scenario, params.effects, context.values),
      }),
      callInterlude: assign({
        caller: (_, params: { caller: string; choice: string }) => params.caller,
        called: ({ context }, params: { caller: string; choice: string }) =>
          [...context.called, params.choice].sort(),
      }),
      comeBack: assign({ caller: null }),
      moveOn: assign({ caller: null, called: [] }),
    },
  });
}

type Action =
  | { readonly type: "applyEffects"; readonly params: { effects: readonly Effect[] } }
  | { readonly type: "callInterlude"; readonly params: { caller: string; choice: string } }
  | { readonly type: "comeBack" }
  | { readonly type: "moveOn" };

interface TransitionShape {
  readonly guard: { readonly type: "isTaken"; readonly params: Taking };
  readonly target: string;
  readonly actions: Action[];
}

class Compiler {
  private readonly endings: ReadonlySet<string>;

  constructor(private readonly scenario: Scenario) {
    this.endings = new Set(scenario.endings.map((ending) => ending.id));
  }

  target(id: string): string {
    return `#${this.endings.has(id) ? endingState(id) : sceneState(id)}`;
  }

  /** The transitions of one choice, row or silence: several only on the way back from an interlude. */
  transitions(scene: Scene, choice: Choice, isSilence = false): TransitionShape[] {
    const call = isCall(this.scenario, scene, choice);
    const apply: Action = { type: "applyEffects", params: { effects: choice.effects } };
    const taking = (caller: string | null) => ({
      type: "isTaken" as const,
      params: {
        choice: isSilence ? null : choice.id,
        condition: choice.when?.condition ?? null,
        once: scene.interlude === true || isSilence ? null : callName(choice),
        caller,
      },
    });
    if (choice.target === RETURN) {
      return this.callersOf(scene).map((caller) => ({
        guard: taking(caller),
        target: this.target(caller),
        actions: [apply, { type: "comeBack" }],
      }));
    }
    const after: Action = call
      ? { type: "callInterlude", params: { caller: scene.id, choice: callName(choice) } }
      : { type: "moveOn" };
    const actions = isWithin(this.scenario, scene, choice) ? [apply] : [apply, after];
    return [{ guard: taking(null), target: this.target(choice.target), actions }];
  }

  /** Scenes that call a detour which leads through this scene of it. */
  private callersOf(interlude: Scene): readonly string[] {
    const detour = new Set([interlude.id]);
    const leadsThere = (scene: Scene) => answersOf(scene).some(({ target }) => detour.has(target));
    for (let size = 0; size < detour.size;) {
      size = detour.size;
      for (const scene of this.scenario.scenes) {
        if (scene.interlude === true && leadsThere(scene)) detour.add(scene.id);
      }
    }
    return this.scenario.scenes
      .filter((scene) => scene.interlude !== true && leadsThere(scene))
      .map((scene) => scene.id);
  }

  scene(scene: Scene) {
    const silence = scene.timed ? this.transitions(scene, scene.timed.silence, true) : [];
    return {
      id: sceneState(scene.id),
      on: {
        "choice.made": scene.choices.flatMap((choice) => this.transitions(scene, choice)),
        "reply.typed": (scene.reply?.rows ?? []).flatMap((row) => this.transitions(scene, row)),
        "time.ranOut": silence,
      },
      ...(scene.timed && { after: { [scene.timed.seconds * 1000]: silence } }),
    };
  }
}

/** Compiles a definition that the parser accepted: every target exists. Its input is the draws. */
export function compileScenario(scenario: Scenario) {
  const compiler = new Compiler(scenario);
  const scenes = scenario.scenes.map((scene) => [sceneState(scene.id), compiler.scene(scene)]);
  const endings = scenario.endings.map((ending) => [
    endingState(ending.id),
    {
      id: endingState(ending.id),
      type: "final" as const,
      tags: [ending.outcome],
      entry: { type: "moveOn" as const },
    },
  ]);
  return setupFor(scenario).createMachine({
    id: scenario.slug,
    context: ({ input }) => ({ values: startValues(scenario, input), caller: null, called: [] }),
    initial: "playing",
    options: { maxIterations: MAX_ITERATIONS },
    states: {
      playing: {
        initial: sceneState(scenario.start),
        always: scenario.rules.map((rule) => ({
          guard: { type: "conditionHolds" as const, params: { condition: rule.when.condition } },
          target: compiler.target(rule.target),
        })),
        states: Object.fromEntries(scenes) as Record<string, object>,
      },
      ...(Object.fromEntries(endings) as Record<string, object>),
    },
  });
}

type ScenarioMachine = ReturnType<typeof compileScenario>;

/** Where the machine is, in the words of `play.ts`. */
export function playStateOf(snapshot: AnyMachineSnapshot): PlayState {
  const { values, caller, called } = snapshot.context as ScenarioContext;
  const value = snapshot.value as string | { readonly playing: string };
  return typeof value === "string"
    ? {
        place: { kind: "ending", ending: value.slice(endingState("").length) },
        values,
        caller,
        called,
      }
    : {
        place: { kind: "scene", scene: value.playing.slice(sceneState("").length) },
        values,
        caller,
        called,
      };
}

export function beginMachine(machine: ScenarioMachine, draws: Values = {}) {
  return initialTransition(machine, draws)[0];
}

export function stepMachine(
  machine: ScenarioMachine,
  snapshot: ReturnType<typeof beginMachine>,
  event: ScenarioEvent,
) {
  return transition(machine, snapshot, event)[0];
}
