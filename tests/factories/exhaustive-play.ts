/** Plays a scenario in every possible way, by the same functions that the server plays by. */
import { follow, hasEnded, type AttemptEvent, type AttemptState } from "~/core/scenario/attempt";
import type { Scenario } from "~/core/scenario/definition";
import { choicesOnOffer, presentScene, rowsOpen, type PlayState } from "~/core/scenario/play";
import { scoreOf } from "~/core/scenario/scoring";
import { domainOf, type Values } from "~/core/scenario/values";

export interface PlayedOut {
  /** Every end of an attempt: ended, or with nothing left to choose. */
  readonly ends: readonly AttemptState[];
  /** `scene/answer` for everything that was ever taken. */
  readonly taken: ReadonlySet<string>;
  readonly scenes: ReadonlySet<string>;
  /** Scenes in which it could happen that nothing was on offer. */
  readonly stuck: ReadonlySet<string>;
  /** Every state that could be reached, once. */
  readonly states: readonly PlayState[];
  readonly isComplete: boolean;
}

export function allDraws(scenario: Scenario): readonly Values[] {
  return scenario.variables
    .filter((variable) => variable.drawn === true)
    .reduce<readonly Values[]>(
      (draws, variable) =>
        draws.flatMap((draw) =>
          domainOf(variable).map((value) => ({ ...draw, [variable.name]: value })),
        ),
      [{}],
    );
}

function eventsFrom(scenario: Scenario, state: AttemptState): readonly AttemptEvent[] {
  const scene = presentScene(scenario, state.play);
  if (!scene) return [];
  return [
    ...choicesOnOffer(scenario, state.play).map((choice): AttemptEvent => ({
      type: "choice.made",
      scene: scene.id,
      choice: choice.id,
    })),
    ...rowsOpen(scenario, state.play).map((row): AttemptEvent => ({
      type: "reply.typed",
      scene: scene.id,
      row: row.id,
      phrase: null,
      words: null,
    })),
    ...(scene.timed ? [{ type: "time.ranOut", scene: scene.id } as const] : []),
  ];
}

export function playOut(scenario: Scenario, most: number): PlayedOut {
  const ends: AttemptState[] = [];
  const taken = new Set<string>();
  const scenes = new Set<string>();
  const stuck = new Set<string>();
  const states = new Map<string, PlayState>();
  const waiting: AttemptState[] = [];
  for (const draws of allDraws(scenario)) {
    const begun = follow(scenario, null, { type: "attempt.started", draws });
    if (begun.ok) waiting.push(begun.value);
  }
  let steps = 0;
  for (let state = waiting.pop(); state !== undefined && steps < most; state = waiting.pop()) {
    steps += 1;
    states.set(JSON.stringify(state.play), state.play);
    if (state.play.place.kind === "scene") scenes.add(state.play.place.scene);
    const events = eventsFrom(scenario, state);
    if (hasEnded(state)) ends.push(state);
    else if (events.every((event) => event.type === "time.ranOut")) {
      stuck.add(state.play.place.kind === "scene" ? state.play.place.scene : "");
    }
    for (const event of events) {
      const next = follow(scenario, state, event);
      if (!next.ok) throw new Error("An event on offer follows.");
      const answer = next.value.answers.at(-1);
      if (answer) taken.add(`${answer.scene}/${answer.choice.id}`);
      waiting.push(next.value);
    }
  }
  return {
    ends,
    taken,
    scenes,
    stuck,
    states: [...states.values()],
    isComplete: waiting.length === 0,
  };
}

/** Shown and offered over all behaviours, in whole numbers. */
export function sumsOf(scenario: Scenario, state: AttemptState) {
  const { behaviours } = scoreOf(scenario, state);
  const sum = (part: "shown" | "offered") =>
    behaviours.reduce((total, behaviour) => total + Math.round(behaviour[part] * 1000), 0);
  return { shown: sum("shown"), offered: sum("offered") };
}
