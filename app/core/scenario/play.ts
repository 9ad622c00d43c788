/**
 * One step at a time through a scenario: the rules of play, on plain data. The server plays by
 * this; `scenario.machine.ts` says the same as a statechart, and a property test holds the two
 * together.
 */
import { RETURN, type Choice, type ReplyRow, type Scenario, type Scene } from "./definition";
import { lookupOf, sceneNamed } from "./lookup";
import { applyEffects, guardHolds, startValues, type Values } from "./values";

type Place =
  | { readonly kind: "scene"; readonly scene: string }
  | { readonly kind: "ending"; readonly ending: string };

export interface PlayState {
  readonly place: Place;
  readonly values: Values;
  /** The scene that called the interlude being played; null outside one. */
  readonly caller: string | null;
  /** Answers of the present scene (or of the caller) that led to an interlude, by `callName`: they are not offered again. */
  readonly called: readonly string[];
}

const nothingCalled = { caller: null, called: [] } as const;

/** Where `target` leads with these values: an ending ends at once, in a scene the standing rules have the first word. */
function arrive(
  scenario: Scenario,
  target: string,
  values: Values,
  calls: Pick<PlayState, "caller" | "called"> = nothingCalled,
): PlayState {
  if (lookupOf(scenario).endings.has(target)) {
    return { place: { kind: "ending", ending: target }, values, ...nothingCalled };
  }
  const rule = scenario.rules.find((standing) => guardHolds(standing.when, values));
  return rule
    ? { place: { kind: "ending", ending: rule.target }, values, ...nothingCalled }
    : { place: { kind: "scene", scene: target }, values, ...calls };
}

/** `draws` gives drawn variables their values; one that it leaves out starts as declared. */
export function begin(scenario: Scenario, draws: Values = {}): PlayState {
  return arrive(scenario, scenario.start, startValues(scenario, draws));
}

/** The scene being played; null once it has ended. */
export function presentScene(scenario: Scenario, state: PlayState): Scene | null {
  return state.place.kind === "scene" ? sceneNamed(scenario, state.place.scene) : null;
}

/** Tells a row from a choice of the same name. */
export function callName(answer: Choice | ReplyRow): string {
  return "phrases" in answer ? `row ${answer.id}` : answer.id;
}

/** Whether an answer leads from one scene of an interlude to another: nothing is left or called. */
export function isWithin(scenario: Scenario, scene: Scene, choice: Choice): boolean {
  return (
    scene.interlude === true && lookupOf(scenario).scenes.get(choice.target)?.interlude === true
  );
}

/** Whether a choice leads to an interlude, and so answers nothing yet. */
export function isCall(scenario: Scenario, scene: Scene, choice: Choice): boolean {
  return (
    scene.interlude !== true && lookupOf(scenario).scenes.get(choice.target)?.interlude === true
  );
}

/** In an interlude, `called` belongs to the caller: it closes nothing here. */
function isOpen(scene: Scene, state: PlayState, answer: Choice | ReplyRow): boolean {
  const isSpent = scene.interlude !== true && state.called.includes(callName(answer));
  return guardHolds(answer.when, state.values) && !isSpent;
}

/** What the learner may say now, in the order written. */
export function choicesOnOffer(scenario: Scenario, state: PlayState): readonly Choice[] {
  const scene = presentScene(scenario, state);
  return scene ? scene.choices.filter((choice) => isOpen(scene, state, choice)) : [];
}

/** Rows of the typed reply that may take it now, in the order written. */
export function rowsOpen(scenario: Scenario, state: PlayState): readonly ReplyRow[] {
  const scene = presentScene(scenario, state);
  return scene?.reply?.rows.filter((row) => isOpen(scene, state, row)) ?? [];
}

/** The state after a choice, a row or a silence of the present scene, whose condition holds. */
export function take(scenario: Scenario, state: PlayState, choice: Choice): PlayState {
  const scene = presentScene(scenario, state);
  if (!scene) return state;
  const values = applyEffects(scenario, choice.effects, state.values);
  if (choice.target === RETURN && state.caller !== null) {
    return arrive(scenario, state.caller, values, { caller: null, called: state.called });
  }
  if (isCall(scenario, scene, choice)) {
    const called = [...state.called, callName(choice)].sort();
    return arrive(scenario, choice.target, values, { caller: scene.id, called });
  }
  if (isWithin(scenario, scene, choice)) {
    const { caller, called } = state;
    return arrive(scenario, choice.target, values, { caller, called });
  }
  return arrive(scenario, choice.target, values);
}

/** The state after taking a choice; null where it is not on offer. */
export function choose(scenario: Scenario, state: PlayState, choiceId: string): PlayState | null {
  const choice = choicesOnOffer(scenario, state).find((offered) => offered.id === choiceId);
  return choice ? take(scenario, state, choice) : null;
}
