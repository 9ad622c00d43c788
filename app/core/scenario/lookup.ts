/** Finding a scenario's parts by name, indexed once for each definition. */
import { dressesOf } from "./dress";
import type { CastMember, Choice, Ending, Scenario, Scene, Variable } from "./definition";

interface Lookup {
  readonly scenes: ReadonlyMap<string, Scene>;
  readonly endings: ReadonlyMap<string, Ending>;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly cast: ReadonlyMap<string, CastMember>;
  readonly dresses: ReadonlyMap<string, number>;
}

const lookups = new WeakMap<Scenario, Lookup>();

/** The index of a definition, made when it is first asked for. */
export function lookupOf(scenario: Scenario): Lookup {
  const known = lookups.get(scenario);
  if (known) return known;
  const lookup: Lookup = {
    scenes: new Map(scenario.scenes.map((scene) => [scene.id, scene])),
    endings: new Map(scenario.endings.map((ending) => [ending.id, ending])),
    variables: new Map(scenario.variables.map((variable) => [variable.name, variable])),
    cast: new Map(scenario.cast.map((member) => [member.id, member])),
    dresses: dressesOf(scenario.cast),
  };
  lookups.set(scenario, lookup);
  return lookup;
}

/** Throws where the definition names a scene it does not have: the parser lets no such one through. */
export function sceneNamed(scenario: Scenario, id: string): Scene {
  const scene = lookupOf(scenario).scenes.get(id);
  if (!scene) throw new Error(`The scenario ${scenario.slug} has no scene ${id}.`);
  return scene;
}

/** Throws as `sceneNamed` does. */
export function endingNamed(scenario: Scenario, id: string): Ending {
  const ending = lookupOf(scenario).endings.get(id);
  if (!ending) throw new Error(`The scenario ${scenario.slug} has no ending ${id}.`);
  return ending;
}

/** The kinds of answers that a scene may have. Names are unique within one kind: a row may be called like a choice. */
export const answerKinds: readonly ((scene: Scene) => readonly Choice[])[] = [
  ({ choices }) => choices,
  ({ reply }) => reply?.rows ?? [],
  ({ timed }) => (timed ? [timed.silence] : []),
];

/** Everything that can be answered in a scene: choices, rows of its reply, silence. */
export function answersOf(scene: Scene): readonly Choice[] {
  return answerKinds.flatMap((answers) => answers(scene));
}
