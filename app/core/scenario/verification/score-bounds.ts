/** Extremes of the score over every way from the start to a set of nodes, exact. */
import { sizeOf } from "./graph";
import type { ScoreWalk } from "./score-walk";

/** Sums along one way. */
export interface Sums {
  readonly shown: number;
  readonly offered: number;
}

/** Nodes by component, those that lead nowhere else first. */
function order(walk: ScoreWalk): Int32Array {
  const { of, count } = walk.components;
  const starts = new Int32Array(count + 1);
  for (const component of of) starts[component + 1] = (starts[component + 1] ?? 0) + 1;
  for (let at = 0; at < count; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const ordered = new Int32Array(of.length);
  for (const [node, component] of of.entries()) {
    const at = starts[component] ?? 0;
    ordered[at] = node;
    starts[component] = at + 1;
  }
  return ordered;
}

export class ScoreBounds {
  private readonly ordered: Int32Array;

  constructor(private readonly walk: ScoreWalk) {
    this.ordered = order(walk);
  }

  /**
   * The way that ends in a node of `ends` and makes `sign × (a × shown − b × offered)` greatest;
   * null where no way ends there. Within a component nothing is added: a marked moment on a circle
   * is an error that is found before.
   */
  best(ends: (node: number) => boolean, a: number, b: number, sign: 1 | -1): Sums | null {
    const { walk } = this;
    const { of, count } = walk.components;
    const value = new Float64Array(count).fill(-Infinity);
    const shown = new Float64Array(count);
    const offered = new Float64Array(count);
    for (const node of this.ordered) {
      const own = of[node] ?? 0;
      if (ends(node) && (value[own] ?? 0) < 0) {
        value[own] = 0;
        shown[own] = offered[own] = 0;
      }
      const end = walk.rows[node + 1] ?? 0;
      for (let edge = walk.rows[node] ?? 0; edge < end; edge += 1) {
        const next = of[walk.targets[edge] ?? 0] ?? 0;
        if (next === own || value[next] === -Infinity) continue;
        const [s, o] = [walk.shown[edge] ?? 0, walk.offered[edge] ?? 0];
        const through = sign * (a * s - b * o) + (value[next] ?? 0);
        if (through <= (value[own] ?? 0)) continue;
        value[own] = through;
        shown[own] = s + (shown[next] ?? 0);
        offered[own] = o + (offered[next] ?? 0);
      }
    }
    let found: number | null = null;
    for (const node of walk.initial) {
      const own = of[node] ?? 0;
      if (value[own] === -Infinity) continue;
      if (found === null || (value[own] ?? 0) > (value[found] ?? 0)) found = own;
    }
    return found === null ? null : { shown: shown[found] ?? 0, offered: offered[found] ?? 0 };
  }

  /**
   * The greatest (sign 1) or least (sign -1) share of shown in offered over the ways to `ends`, by
   * Dinkelbach's method, which ends after a few rounds. Null where no such way offers anything.
   */
  share(ends: (node: number) => boolean, sign: 1 | -1): Sums | null {
    const first = this.best(ends, 1, sign === 1 ? -1 : 2, sign);
    if (first === null || first.offered === 0) return null;
    let current = first;
    for (let round = 0; round < sizeOf(this.walk) + 1; round += 1) {
      const better = this.best(ends, current.offered, current.shown, sign);
      if (better === null || better.offered === 0) return current;
      const gain = sign * (better.shown * current.offered - current.shown * better.offered);
      if (gain <= 0) return current;
      current = better;
    }
    return current;
  }
}
