/** How much of a behaviour a role-play practises. */
import type { BehaviourTag } from "../behaviour/behaviour";
import type { Scenario, Scene } from "./definition";
import { answersOf } from "./lookup";

const askedIn = new WeakMap<Scene, ReadonlySet<BehaviourTag>>();

/** What its answers show, gathered once for each scene: every behaviour of the vocabulary asks. */
function behavioursAskedIn(scene: Scene): ReadonlySet<BehaviourTag> {
  const known = askedIn.get(scene);
  if (known !== undefined) return known;
  const asked = new Set(answersOf(scene).flatMap(({ shows }) => shows));
  askedIn.set(scene, asked);
  return asked;
}

/** Some answer of the moment shows it. */
export function asksFor(scene: Scene, behaviour: BehaviourTag): boolean {
  return behavioursAskedIn(scene).has(behaviour);
}

/** In how many moments of a role-play it is asked for; one run meets those on its own way. */
export function momentsAskingFor(
  { scenes }: Pick<Scenario, "scenes">,
  behaviour: BehaviourTag,
): number {
  return scenes.filter((scene) => asksFor(scene, behaviour)).length;
}
