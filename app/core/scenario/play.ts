/**
 * One step at a time through a scenario: the rules of play, on plain data. The server plays by
 * this; `machine.ts` says the same as a statechart, and a property test holds the two together.
 */
import type { Choice, Scenario, Scene } from "./definition";
import { choiceNamed, lookupOf, sceneNamed } from "./lookup";
import { applyEffects, guardHolds, startValues, type Values } from "./values";

export type Place =
  | { readonly kind: "scene"; readonly scene: string }
  | { readonly kind: "ending"; readonly ending: string };

export interface PlayState {
  readonly place: Place;
  readonly values: Values;
}

/** Where `target` leads with these values: an ending ends at once, in a scene the standing rules have the first word. */
function arrive(scenario: Scenario, target: string, values: Values): PlayState {
  if (lookupOf(scenario).endings.has(target)) {
    return { place: { kind: "ending", ending: target }, values };
  }
  const rule = scenario.rules.find((standing) => guardHolds(standing.when, values));
  return rule
    ? { place: { kind: "ending", ending: rule.target }, values }
    : { place: { kind: "scene", scene: target }, values };
}

export function begin(scenario: Scenario): PlayState {
  return arrive(scenario, scenario.start, startValues(scenario));
}

/** The scene being played; null once it has ended. */
export function presentScene(scenario: Scenario, state: PlayState): Scene | null {
  return state.place.kind === "scene" ? sceneNamed(scenario, state.place.scene) : null;
}

/** What the learner may say now, in the order written. */
export function choicesOnOffer(scenario: Scenario, state: PlayState): readonly Choice[] {
  const scene = presentScene(scenario, state);
  return scene ? scene.choices.filter((choice) => guardHolds(choice.when, state.values)) : [];
}

/** The state after taking a choice; null where it is not on offer. */
export function choose(scenario: Scenario, state: PlayState, choiceId: string): PlayState | null {
  const scene = presentScene(scenario, state);
  const choice = scene && choiceNamed(scene, choiceId);
  if (!choice || !guardHolds(choice.when, state.values)) return null;
  return arrive(scenario, choice.target, applyEffects(scenario, choice.effects, state.values));
}
