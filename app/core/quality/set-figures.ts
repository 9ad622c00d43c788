/** What can be counted over a whole set of role-plays: whether its answers give themselves away, and what it practises. */
import type { BehaviourTag } from "../behaviour/behaviour";
import { plainText } from "../prose/prose";
import { bestChoiceOf } from "../scenario/best-choice";
import type { Choice, Scenario, ScenarioKind, Scene } from "../scenario/definition";
import { asksFor, momentsAskingFor } from "../scenario/practised";

interface BehaviourFigures {
  readonly behaviour: BehaviourTag;
  /** Moments at which some answer shows it. */
  readonly moments: number;
  readonly scenarios: number;
}

export interface SetFigures {
  readonly scenarios: number;
  /** Role-plays with at least one moment that is answered in own words. */
  readonly withTypedReplies: number;
  /** Role-plays in which something is drawn at the start. */
  readonly withDraws: number;
  readonly kinds: Readonly<Partial<Record<ScenarioKind, number>>>;
  /** Moments with one best choice: it shows more than any other. */
  readonly moments: number;
  /** Shares of those moments, from 0 to 1. */
  readonly bestIsLongest: number;
  readonly bestIsShortest: number;
  readonly bestIsFirst: number;
  readonly bestIsLast: number;
  readonly behaviours: readonly BehaviourFigures[];
}

interface BestOfMoment {
  readonly best: Choice;
  readonly others: readonly Choice[];
  readonly scene: Scene;
}

function bestOf(scene: Scene): readonly BestOfMoment[] {
  const best = bestChoiceOf(scene);
  return best ? [{ best, others: scene.choices.filter((choice) => choice !== best), scene }] : [];
}

const lengthOf = (choice: Choice) => plainText(choice.text).length;

/** Counted over all of `scenarios`; a figure for each of `tags`, also where none practises it. */
export function setFigures(
  scenarios: readonly Scenario[],
  tags: readonly BehaviourTag[],
): SetFigures {
  const scenes = scenarios.flatMap((scenario) => scenario.scenes);
  const moments = scenes.flatMap(bestOf);
  const share = (holds: (moment: BestOfMoment) => boolean) =>
    moments.length === 0 ? 0 : moments.filter(holds).length / moments.length;
  const kinds: Partial<Record<ScenarioKind, number>> = {};
  for (const kind of scenarios.flatMap((scenario) => scenario.kinds ?? [])) {
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return {
    scenarios: scenarios.length,
    withTypedReplies: scenarios.filter((own) => own.scenes.some(({ reply }) => reply)).length,
    withDraws: scenarios.filter((own) => own.variables.some(({ drawn }) => drawn === true)).length,
    kinds,
    moments: moments.length,
    bestIsLongest: share(({ best, others }) =>
      others.every((other) => lengthOf(other) < lengthOf(best)),
    ),
    bestIsShortest: share(({ best, others }) =>
      others.every((other) => lengthOf(other) > lengthOf(best)),
    ),
    bestIsFirst: share(({ best, scene }) => scene.choices[0] === best),
    bestIsLast: share(({ best, scene }) => scene.choices.at(-1) === best),
    behaviours: tags.map((behaviour) => ({
      behaviour,
      moments: scenarios.reduce((sum, own) => sum + momentsAskingFor(own, behaviour), 0),
      scenarios: scenarios.filter((scenario) =>
        scenario.scenes.some((scene) => asksFor(scene, behaviour)),
      ).length,
    })),
  };
}
