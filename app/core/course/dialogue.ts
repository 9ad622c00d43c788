/**
 * A small talk inside a lesson, played by the same rules as a role-play. It keeps nothing: where it
 * stands is the way that led there, and the way stands in the address. Anybody could write such an
 * address by hand, and would see what the same choices show: nothing is scored, so nothing is gained.
 */
import type { Position } from "~/core/diagnostic";
import { plainText } from "~/core/prose/prose";
import { decide, type AttemptState } from "~/core/scenario/attempt";
import type { Choice, Scenario } from "~/core/scenario/definition";
import { choicesOnOffer, presentScene } from "~/core/scenario/play";
import { nameOfWords, shuffled } from "./shuffle";

export interface Dialogue {
  readonly id: string;
  readonly title: string;
  /** Its scenes and endings: a scenario of one lesson, without score or variables. */
  readonly scenario: Scenario;
  readonly at: Position;
}

/** Longer than any way through a talk of four moments that goes round a few times. */
export const longestWay = 24;

interface DialogueState {
  readonly attempt: AttemptState;
  /** The steps of the way that could be taken, by their names. */
  readonly way: readonly string[];
}

/** A choice by a name made of its words: it says nothing, and stays when choices are moved. */
function stepName(scene: string, { text }: Choice): string {
  return nameOfWords(`${scene}: ${plainText(text)}`);
}

/** What can be said now, in an order of its own for each seed. */
export function stepsOnOffer(
  scenario: Scenario,
  { attempt }: DialogueState,
  seed: string,
): readonly { readonly id: string; readonly choice: Choice }[] {
  const scene = presentScene(scenario, attempt.play)?.id ?? "";
  const offered = choicesOnOffer(scenario, attempt.play).map((choice) => ({
    id: stepName(scene, choice),
    choice,
  }));
  return shuffled(offered, `${seed}:${scene}`);
}

/** Plays a way from the start, as far as it can be taken; null where the talk cannot begin. */
export function playDialogue(scenario: Scenario, way: readonly string[]): DialogueState | null {
  const begun = decide(scenario, null, { type: "start" });
  if (!begun.ok) return null;
  let attempt = begun.value.state;
  const taken: string[] = [];
  for (const step of way.slice(0, longestWay)) {
    const scene = presentScene(scenario, attempt.play)?.id ?? "";
    const choice = choicesOnOffer(scenario, attempt.play).find(
      (offered) => stepName(scene, offered) === step,
    );
    if (choice === undefined) break;
    const next = decide(scenario, attempt, { type: "choose", scene, choice: choice.id });
    if (!next.ok) break;
    attempt = next.value.state;
    taken.push(step);
  }
  return { attempt, way: taken };
}
