/** Extremes of the score over every way from the start to a set of nodes, exact. */
import { sizeOf } from "./graph";
import type { ScoreWalk } from "./score-walk";

/** Sums along one way. */
export interface Sums {
  readonly shown: number;
  readonly offered: number;
}

/**
 * The edges from one component to another, by the component that they leave. Within a component
 * nothing is added: a marked moment on a circle is an error that is found before.
 */
interface Ways {
  /** Edges of component c are at rows[c] … rows[c + 1] - 1. */
  readonly rows: Int32Array;
  readonly next: Int32Array;
  readonly shown: Int32Array;
  readonly offered: Int32Array;
}

function waysBetween(walk: ScoreWalk): Ways {
  const { of, count } = walk.components;
  const rows = new Int32Array(count + 1);
  const each = (visit: (own: number, next: number, edge: number) => void) => {
    for (let node = 0; node < of.length; node += 1) {
      const own = of[node] ?? 0;
      const end = walk.rows[node + 1] ?? 0;
      for (let edge = walk.rows[node] ?? 0; edge < end; edge += 1) {
        const next = of[walk.targets[edge] ?? 0] ?? 0;
        if (next !== own) visit(own, next, edge);
      }
    }
  };
  each((own) => {
    rows[own + 1] = (rows[own + 1] ?? 0) + 1;
  });
  for (let own = 0; own < count; own += 1) rows[own + 1] = (rows[own + 1] ?? 0) + (rows[own] ?? 0);
  const filled = rows.slice();
  const [next, shown, offered] = [0, 1, 2].map(() => new Int32Array(rows[count] ?? 0)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  each((own, to, edge) => {
    const at = filled[own] ?? 0;
    next[at] = to;
    shown[at] = walk.shown[edge] ?? 0;
    offered[at] = walk.offered[edge] ?? 0;
    filled[own] = at + 1;
  });
  return { rows, next, shown, offered };
}

/** Asks of one walk with scores what the ways to several sets of nodes have at least and at most. */
export class ScoreBounds {
  private readonly ways: Ways;
  /** Of the best way from each component, as far as it is known. */
  private readonly value: Float64Array;
  private readonly shown: Float64Array;
  private readonly offered: Float64Array;

  constructor(private readonly walk: ScoreWalk) {
    this.ways = waysBetween(walk);
    const { count } = walk.components;
    this.value = new Float64Array(count);
    this.shown = new Float64Array(count);
    this.offered = new Float64Array(count);
  }

  /** Components of the nodes in `ends`. */
  private componentsOf(ends: (node: number) => boolean): readonly number[] {
    const { of } = this.walk.components;
    const found: number[] = [];
    for (let node = 0; node < of.length; node += 1) if (ends(node)) found.push(of[node] ?? 0);
    return found;
  }

  private bestTo(goals: readonly number[], a: number, b: number, sign: 1 | -1): Sums | null {
    const { ways, value, shown, offered, walk } = this;
    value.fill(-Infinity);
    let least = walk.components.count;
    for (const goal of goals) {
      value[goal] = shown[goal] = offered[goal] = 0;
      least = Math.min(least, goal);
    }
    // A component leads to smaller numbers only, so none below all goals leads to one.
    for (let own = least; own < walk.components.count; own += 1) {
      const end = ways.rows[own + 1] ?? 0;
      for (let edge = ways.rows[own] ?? 0; edge < end; edge += 1) {
        const next = ways.next[edge] ?? 0;
        const s = ways.shown[edge] ?? 0;
        const o = ways.offered[edge] ?? 0;
        const through = sign * (a * s - b * o) + (value[next] ?? 0);
        if (through <= (value[own] ?? 0)) continue;
        value[own] = through;
        shown[own] = s + (shown[next] ?? 0);
        offered[own] = o + (offered[next] ?? 0);
      }
    }
    let found: number | null = null;
    for (const node of walk.initial) {
      const own = walk.components.of[node] ?? 0;
      if (value[own] === -Infinity) continue;
      if (found === null || (value[own] ?? 0) > (value[found] ?? 0)) found = own;
    }
    return found === null ? null : { shown: shown[found] ?? 0, offered: offered[found] ?? 0 };
  }

  /**
   * The way that ends in a node of `ends` and makes `sign × (a × shown − b × offered)` greatest;
   * null where no way ends there.
   */
  best(ends: (node: number) => boolean, a: number, b: number, sign: 1 | -1): Sums | null {
    return this.bestTo(this.componentsOf(ends), a, b, sign);
  }

  /**
   * The greatest (sign 1) or least (sign -1) share of shown in offered over the ways to `ends`, by
   * Dinkelbach's method, which ends after a few rounds. Null where no such way offers anything.
   */
  share(ends: (node: number) => boolean, sign: 1 | -1): Sums | null {
    const goals = this.componentsOf(ends);
    const first = this.bestTo(goals, 1, sign === 1 ? -1 : 2, sign);
    if (first === null || first.offered === 0) return null;
    let current = first;
    for (let round = 0; round < sizeOf(this.walk) + 1; round += 1) {
      const better = this.bestTo(goals, current.offered, current.shown, sign);
      if (better === null || better.offered === 0) return current;
      const gain = sign * (better.shown * current.offered - current.shown * better.offered);
      if (gain <= 0) return current;
      current = better;
    }
    return current;
  }
}
