/** Shortest ways that must do something on the road, which the walk's own tree does not know. */
import { stepOf, wayTo } from "./finding";
import { sizeOf } from "./graph";
import type { ProgramAnswer } from "./program";
import type { Walk } from "./walk";

/** What a way has to look like: a state is met in a phase, 0 at first. */
interface Journey {
  /** The phase after an answer that is given in `state` in a phase; null where the way may not go on so. */
  readonly after: (state: number, answer: ProgramAnswer, phase: 0 | 1) => 0 | 1 | null;
  readonly isGoal: (state: number, phase: 0 | 1) => boolean;
}

/** The fewest choices that make such a journey, the draws before them; null where there is none. */
export function shortestWay(walk: Walk, { after, isGoal }: Journey): readonly string[] | null {
  const size = sizeOf(walk);
  // A node is a state in a phase; where it was first met from, and by which answer.
  const parents = new Int32Array(2 * size).fill(-1);
  const through = new Int32Array(2 * size);
  const seen = new Uint8Array(2 * size);
  const waiting = [...walk.initial];
  for (const node of waiting) seen[node] = 1;
  for (let at = 0; at < waiting.length; at += 1) {
    const node = waiting[at] ?? 0;
    const state = node % size;
    const phase = node < size ? 0 : 1;
    if (isGoal(state, phase)) return stepsTo(walk, node, parents, through);
    const end = walk.rows[state + 1] ?? 0;
    for (let edge = walk.rows[state] ?? 0; edge < end; edge += 1) {
      const answer = walk.program.answers[walk.answers[edge] ?? -1];
      const next = answer ? after(state, answer, phase) : null;
      if (answer === undefined || next === null) continue;
      const target = (walk.targets[edge] ?? 0) + next * size;
      if (seen[target] === 1) continue;
      seen[target] = 1;
      parents[target] = node;
      through[target] = answer.index;
      waiting.push(target);
    }
  }
  return null;
}

function stepsTo(
  walk: Walk,
  goal: number,
  parents: Int32Array,
  through: Int32Array,
): readonly string[] {
  const steps: string[] = [];
  let at = goal;
  for (let parent = parents[at] ?? -1; parent !== -1; parent = parents[at] ?? -1) {
    steps.push(stepOf(walk, through[at] ?? -1));
    at = parent;
  }
  return [...wayTo(walk, at), ...steps.reverse()];
}
