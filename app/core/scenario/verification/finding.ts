/** What the proof of a scenario says, and the shortest way to see it. */
import type { Position } from "~/core/diagnostic";
import type { RuleId } from "~/core/diagnostic-rules";
import { plainText } from "~/core/prose/prose";
import { domainOf } from "../values";
import type { Slots } from "./probe";
import { valuesOfCode } from "./state-codes";
import type { Walk } from "./walk";

export interface Finding {
  readonly rule: RuleId;
  readonly at: Position;
  readonly message: string;
  readonly fix: string;
  /** For findings on flow: the choices that lead there, the first first. */
  readonly witness: readonly string[] | null;
  /** It is so because of another finding, and nobody need be told before that is mended. */
  readonly follows?: true;
}

const MAX_QUOTE = 60;

function quote(text: string): string {
  return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE - 1)}…` : text;
}

/** One choice of a way, as a line that a trainer can follow. */
export function stepOf(walk: Walk, answer: number): string {
  const taken = walk.program.answers[answer];
  const scene = taken && walk.program.scenes[taken.scene]?.scene.id;
  return taken ? `${scene ?? ""}: ${taken.choice.id} — ${quote(plainText(taken.choice.text))}` : "";
}

function drawsAt(walk: Walk, state: number, told: Slots | null): readonly string[] {
  const { program } = walk;
  if (program.drawn.length === 0) return [];
  const slots = new Int32Array(program.sizes.length);
  valuesOfCode(program, walk.codes[state] ?? 0, slots);
  if (told) for (const slot of program.telling) slots[slot] = told[slot] ?? 0;
  const drawn = program.drawn.flatMap((slot) => {
    const variable = program.scenario.variables[slot];
    return variable ? [`${variable.name} = ${String(domainOf(variable)[slots[slot] ?? 0])}`] : [];
  });
  return [`drawn: ${drawn.join(", ")}`];
}

/**
 * The shortest way to a state: what was drawn, then each choice. `told` has the values of the draws
 * that only tell, where they matter.
 */
export function wayTo(walk: Walk, state: number, told: Slots | null = null): readonly string[] {
  const steps: string[] = [];
  let at = state;
  for (let parent = walk.parents[at] ?? -1; parent !== -1; parent = walk.parents[at] ?? -1) {
    steps.push(stepOf(walk, walk.parentAnswers[at] ?? -1));
    at = parent;
  }
  return [...drawsAt(walk, at, told), ...steps.reverse()];
}
