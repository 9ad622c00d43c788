/**
 * Draws that change what is told and never where it leads. Whatever they are, the same answers are on
 * offer and lead to the same places, so the walk visits one value of each: a state that it meets
 * stands for every case of them, and only what reads them is asked case by case.
 */
import type { Guard, Scenario } from "../definition";
import { tellingsOf } from "../ending-words";
import { answersOf } from "../lookup";
import { domainOf } from "../values";
import { leavesOf } from "./expression-parts";

interface Guarded {
  readonly when: Guard | null;
}

const readBy = (parts: readonly Guarded[]): readonly string[] =>
  parts.flatMap(({ when }) => (when ? leavesOf(when.condition) : [])).map((leaf) => leaf.variable);

/** What is asked together while something is told: a condition, or a list of which the first that holds is told. */
function askedTogether({ scenes, endings }: Scenario): readonly (readonly Guarded[])[] {
  const lines = [
    ...[...scenes, ...endings].flatMap((place) => place.lines),
    ...scenes.flatMap(answersOf).flatMap((answer) => [...answer.consequence, ...answer.feedback]),
  ];
  return [...lines.map((line) => [line]), ...endings.flatMap(tellingsOf)];
}

/** Draws that are asked about together in more cases than this are visited one by one. */
const MOST_CASES = 100;

/** Slots of the draws that only tell. */
export function tellingDraws(scenario: Scenario): readonly number[] {
  const answers = scenario.scenes.flatMap(answersOf);
  const deciding = new Set([
    ...readBy([...answers, ...scenario.rules]),
    ...answers.flatMap(({ effects }) => effects.map(({ variable }) => variable)),
  ]);
  const only = (names: Iterable<string>) => {
    const named = new Set(names);
    return scenario.variables.filter(
      ({ name, drawn }) => drawn === true && named.has(name) && !deciding.has(name),
    );
  };
  for (const together of askedTogether(scenario)) {
    const own = only(readBy(together));
    const cases = own.reduce((product, variable) => product * domainOf(variable).length, 1);
    if (cases > MOST_CASES) for (const { name } of own) deciding.add(name);
  }
  const telling = only(scenario.variables.map(({ name }) => name));
  return telling.map((variable) => scenario.variables.indexOf(variable));
}

/**
 * Puts the next case of `draws` into `slots`, where all of them are 0 in the first. After the last it
 * is the first again, and the answer is false.
 */
export function nextCase(
  sizes: readonly number[],
  draws: readonly number[],
  slots: Int32Array,
): boolean {
  for (const slot of draws) {
    const next = (slots[slot] ?? 0) + 1;
    if (next < (sizes[slot] ?? 1)) {
      slots[slot] = next;
      return true;
    }
    slots[slot] = 0;
  }
  return false;
}
