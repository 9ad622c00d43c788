/** How much of a behaviour a role-play practises. */
import type { BehaviourTag } from "../behaviour/behaviour";
import type { Scenario, Scene } from "./definition";
import { answersOf } from "./lookup";

/** Some answer of the moment shows it. */
export function asksFor(scene: Scene, behaviour: BehaviourTag): boolean {
  return answersOf(scene).some(({ shows }) => shows.includes(behaviour));
}

/** In how many moments of a role-play it is asked for; one run meets those on its own way. */
export function momentsAskingFor(
  { scenes }: Pick<Scenario, "scenes">,
  behaviour: BehaviourTag,
): number {
  return scenes.filter((scene) => asksFor(scene, behaviour)).length;
}
