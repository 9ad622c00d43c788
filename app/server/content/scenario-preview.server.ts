/** Plays a scenario for a trainer: the choices so far come with the request, and nothing is kept. */
import { behaviourName, type Vocabulary } from "~/core/behaviour/behaviour";
import { follow, type AttemptState } from "~/core/scenario/attempt";
import type { Choice, Effect, Guard, Scenario, Value } from "~/core/scenario/definition";
import { presentMoment, type Moment } from "~/core/scenario/moment";
import { choicesOnOffer, presentScene } from "~/core/scenario/play";
import { scoreOf } from "~/core/scenario/scoring";
import { sceneNamed } from "~/core/scenario/lookup";

/** Longer than any play: what is beyond is not followed. */
const mostChoices = 500;

export interface PreviewChoice {
  readonly id: string;
  readonly onOffer: boolean;
  readonly when: string | null;
  readonly shows: readonly string[];
  readonly misses: readonly string[];
  readonly effects: readonly string[];
  readonly target: string;
}

export interface ScenarioPreview {
  readonly moment: Moment;
  readonly feedback: readonly AttemptState["answers"][number]["feedback"][number]["text"][];
  /** Choices that were followed: a changed scenario may not know the rest any more. */
  readonly followed: readonly string[];
  readonly lost: boolean;
  readonly variables: readonly { readonly name: string; readonly value: Value }[];
  /** Every choice of the present scene, on offer or not, with what a learner never sees. */
  readonly choices: readonly PreviewChoice[];
  /** So far, and at the end for good. */
  readonly score: readonly {
    readonly name: string;
    readonly shown: number;
    readonly offered: number;
  }[];
  readonly passes: boolean;
}

function effectText(effect: Effect): string {
  if (effect.kind === "set") return `${effect.variable} = ${String(effect.value)}`;
  return `${effect.variable} ${effect.amount < 0 ? "-=" : "+="} ${Math.abs(effect.amount)}`;
}

function textOf(guard: Guard | null): string | null {
  return guard === null ? null : guard.text;
}

function begun(scenario: Scenario): AttemptState {
  const started = follow(scenario, null, { type: "attempt.started" });
  if (!started.ok) throw new Error(`The scenario ${scenario.slug} does not start.`);
  return started.value;
}

function playThrough(
  scenario: Scenario,
  choices: readonly string[],
): { readonly state: AttemptState; readonly followed: readonly string[] } {
  let state = begun(scenario);
  const followed: string[] = [];
  for (const choice of choices.slice(0, mostChoices)) {
    const scene = presentScene(scenario, state.play);
    if (scene === null) break;
    const next = follow(scenario, state, { type: "choice.made", scene: scene.id, choice });
    if (!next.ok) break;
    state = next.value;
    followed.push(choice);
  }
  return { state, followed };
}

export function previewScenario(
  scenario: Scenario,
  choices: readonly string[],
  vocabulary: Vocabulary,
): ScenarioPreview {
  const { state, followed } = playThrough(scenario, choices);
  const moment = presentMoment(scenario, state);
  const names = (tags: readonly string[]) => tags.map((tag) => behaviourName(vocabulary, tag));
  const offered = new Set(choicesOnOffer(scenario, state.play).map(({ id }) => id));
  const scene = moment.scene === null ? null : sceneNamed(scenario, moment.scene);
  const score = scoreOf(scenario, state);
  return {
    moment,
    feedback: (state.answers.at(-1)?.feedback ?? []).map(({ text }) => text),
    followed,
    lost: followed.length < choices.length,
    variables: Object.entries(state.play.values).map(([name, value]) => ({ name, value })),
    choices: (scene?.choices ?? []).map((choice: Choice) => ({
      id: choice.id,
      onOffer: offered.has(choice.id),
      when: textOf(choice.when),
      shows: names(choice.shows),
      misses: names(choice.misses),
      effects: choice.effects.map(effectText),
      target: choice.target,
    })),
    score: score.behaviours.map(({ behaviour, shown, offered: total }) => ({
      name: behaviourName(vocabulary, behaviour),
      shown,
      offered: total,
    })),
    passes: score.passed,
  };
}
