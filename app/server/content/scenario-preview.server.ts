/**
 * Plays a scenario for a trainer: what was drawn and answered so far comes with the request, and
 * nothing is kept. An answer is the name of a choice, `row:` and the name of a row, or `silence:`.
 */
import {
  behaviourName,
  behaviourNames,
  inVocabularyOrder,
  type Vocabulary,
} from "~/core/behaviour/behaviour";
import { decide, follow, type AttemptState } from "~/core/scenario/attempt";
import type { AttemptEvent } from "~/core/scenario/attempt-event";
import type { Choice, Effect, Guard, Scenario, Scene, Value } from "~/core/scenario/definition";
import { mainPerson, type MainPerson } from "~/core/scenario/main-person";
import { presentMoment, spokenIn, type Moment } from "~/core/scenario/moment";
import { choicesOnOffer, presentScene, rowsOpen } from "~/core/scenario/play";
import { scoreOf } from "~/core/scenario/scoring";
import { sceneNamed } from "~/core/scenario/lookup";
import { domainOf } from "~/core/scenario/values";

/** Longer than any play: what is beyond is not followed. */
const mostChoices = 500;

/** No choice has a colon in its name. */
const rowMark = "row:";
const silenceStep = "silence:";

interface PreviewChoice {
  /** The answer as it stands in the address. */
  readonly id: string;
  readonly onOffer: boolean;
  readonly when: string | null;
  readonly shows: readonly string[];
  readonly misses: readonly string[];
  readonly effects: readonly string[];
  readonly target: string;
}

interface ScenarioPreview {
  readonly moment: Moment;
  readonly feedback: readonly AttemptState["answers"][number]["feedback"][number]["text"][];
  /** Choices that were followed: a changed scenario may not know the rest any more. */
  readonly followed: readonly string[];
  readonly lost: boolean;
  readonly variables: readonly { readonly name: string; readonly value: Value }[];
  /** Of each drawn variable what it may be, as `name:value`, and what it is here. */
  readonly draws: readonly {
    readonly name: string;
    readonly values: readonly { readonly draw: string; readonly text: string }[];
    readonly drawn: string;
  }[];
  /** Seconds that the present moment gives; null where it waits. Here no clock runs. */
  readonly seconds: number | null;
  /** What saying nothing is in the address; null where silence is no answer. */
  readonly silence: string | null;
  /** Every answer of the present scene, on offer or not, with what a learner never sees. */
  readonly choices: readonly PreviewChoice[];
  /** So far, and at the end for good. */
  readonly score: readonly {
    readonly name: string;
    readonly shown: number;
    readonly offered: number;
  }[];
  readonly passes: boolean;
  /** Whom the talk was about, so far; null where nobody spoke. */
  readonly person: MainPerson | null;
}

function effectText(effect: Effect): string {
  if (effect.kind === "set") return `${effect.variable} = ${String(effect.value)}`;
  return `${effect.variable} ${effect.amount < 0 ? "-=" : "+="} ${Math.abs(effect.amount)}`;
}

function textOf(guard: Guard | null): string | null {
  return guard === null ? null : guard.text;
}

/** Of each drawn variable, and what the request says of it, if it is one of its values. */
function drawsOf({ variables }: Scenario, asked: readonly string[]) {
  return variables
    .filter(({ drawn }) => drawn === true)
    .map((variable) => {
      const { name, start } = variable;
      const nameOf = (value: Value) => `${name}:${String(value)}`;
      const domain = domainOf(variable);
      const value = domain.find((each) => asked.includes(nameOf(each))) ?? start;
      const values = domain.map((each) => ({ draw: nameOf(each), text: String(each) }));
      return { name, value, values, drawn: nameOf(value) };
    });
}

function eventOf(scene: string, step: string): AttemptEvent {
  if (step === silenceStep) return { type: "time.ranOut", scene };
  if (!step.startsWith(rowMark)) return { type: "choice.made", scene, choice: step };
  const row = step.slice(rowMark.length);
  return { type: "reply.typed", scene, row, phrase: null, words: null };
}

/** What stands in the address of a preview. */
interface PreviewSteps {
  readonly choices: readonly string[];
  readonly draws: readonly string[];
}

function playThrough(
  scenario: Scenario,
  { choices, draws }: PreviewSteps,
): { readonly state: AttemptState; readonly followed: readonly string[] } {
  const drawn = drawsOf(scenario, draws).map(({ name, value }) => [name, value] as const);
  const started = follow(scenario, null, {
    type: "attempt.started",
    draws: Object.fromEntries(drawn),
  });
  if (!started.ok) throw new Error(`The scenario ${scenario.slug} does not start.`);
  let state = started.value;
  const followed: string[] = [];
  for (const choice of choices.slice(0, mostChoices)) {
    const scene = presentScene(scenario, state.play);
    if (scene === null) break;
    const next = follow(scenario, state, eventOf(scene.id, choice));
    if (!next.ok) break;
    state = next.value;
    followed.push(choice);
  }
  return { state, followed };
}

/** The answers so far and the row that these words match; null where nothing is to be typed. */
export function withWords(
  scenario: Scenario,
  steps: PreviewSteps,
  words: string,
): readonly string[] | null {
  const { state, followed } = playThrough(scenario, steps);
  const scene = presentScene(scenario, state.play)?.id;
  if (scene === undefined) return null;
  const decided = decide(scenario, state, { type: "reply", scene, words });
  const event = decided.ok ? decided.value.event : null;
  return event?.type === "reply.typed" ? [...followed, `${rowMark}${event.row}`] : null;
}

/** Answers of a scene by what they are in the address. */
function answersIn(scene: Scene): readonly (readonly [step: string, answer: Choice])[] {
  return [
    ...scene.choices.map((choice) => [choice.id, choice] as const),
    ...(scene.reply?.rows ?? []).map((row) => [`${rowMark}${row.id}`, row] as const),
    ...(scene.timed ? [[silenceStep, scene.timed.silence] as const] : []),
  ];
}

export function previewScenario(
  scenario: Scenario,
  steps: PreviewSteps,
  vocabulary: Vocabulary,
): ScenarioPreview {
  const { state, followed } = playThrough(scenario, steps);
  const moment = presentMoment(scenario, state);
  const names = (tags: readonly string[]) => behaviourNames(vocabulary, tags);
  const open: readonly Choice[] = [
    ...choicesOnOffer(scenario, state.play),
    ...rowsOpen(scenario, state.play),
  ];
  const scene = moment.scene === null ? null : sceneNamed(scenario, moment.scene);
  const score = scoreOf(scenario, state);
  return {
    moment,
    feedback: (state.answers.at(-1)?.feedback ?? []).map(({ text }) => text),
    followed,
    lost: followed.length < steps.choices.length,
    variables: Object.entries(state.play.values).map(([name, value]) => ({ name, value })),
    draws: drawsOf(scenario, steps.draws).map(({ name, values, drawn }) => ({
      name,
      values,
      drawn,
    })),
    seconds: scene?.timed?.seconds ?? null,
    silence: scene?.timed ? silenceStep : null,
    choices: (scene === null ? [] : answersIn(scene)).map(([id, choice]) => ({
      id,
      onOffer: id === silenceStep || open.includes(choice),
      when: textOf(choice.when),
      shows: names(choice.shows),
      misses: names(choice.misses),
      effects: choice.effects.map(effectText),
      target: choice.target,
    })),
    score: inVocabularyOrder(vocabulary, score.behaviours, ({ behaviour }) => behaviour).map(
      ({ behaviour, shown, offered }) => ({
        name: behaviourName(vocabulary, behaviour),
        shown,
        offered,
      }),
    ),
    passes: score.passed,
    person: mainPerson(scenario.cast, spokenIn(moment)),
  };
}
