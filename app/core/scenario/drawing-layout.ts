/**
 * Where everything in the picture of a scenario stands, so that nothing lies on anything else. Boxes
 * stand on even levels; on the odd ones between stand the names of what leads on. A way that passes
 * a level has a place of its own there, shared by all that leads to the same box.
 *
 * Levels, order by barycentres, then places: Sugiyama, Tagawa and Toda, "Methods for visual
 * understanding of hierarchical system structures", IEEE SMC 11(2), 1981.
 */
import type { Edge, Place } from "./drawing-rows";

/** Half widths to either side of where it stands, and its height, in pixels. */
export interface Size {
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** A box, the names of an edge, or nothing but a way. */
type What =
  | { readonly kind: "box"; readonly place: Place }
  | { readonly kind: "names"; readonly edge: Edge }
  | { readonly kind: "way" };

export interface Item {
  readonly key: string;
  readonly level: number;
  readonly size: Size;
  readonly what: What;
  /** The place that it leads on from; of a way, which one it is a piece of. */
  readonly from: string;
  /** Of its middle. */
  readonly x: number;
}

/** A piece of a way, between two levels. */
export interface Link<Own extends Item = Item> {
  readonly upper: Own;
  readonly lower: Own;
  /** Which end has the arrow, if one has. */
  readonly tip: "upper" | "lower" | null;
}

export interface Layout {
  readonly items: readonly Item[];
  readonly links: readonly Link[];
}

/** While it is looked for where it stands best. */
interface Moving extends Item {
  x: number;
}

const GAP = 26;
const WAY: Size = { left: 4, right: 4, height: 0 };
const MOST_SWEEPS = 12;
/** In large pictures fewer sweeps do, and each takes longer. */
const MOST_STEPS = 60_000;
/** Ways come before boxes, which can stand a little aside. */
const WEIGHT_OF_WAYS = 8;

class Builder {
  readonly items = new Map<string, Moving>();
  readonly links = new Map<string, Link<Moving>>();

  item(key: string, level: number, size: Size, what: What, from: string): Moving {
    const known = this.items.get(key);
    if (known) return known;
    const item = { key, level, size, what, from, x: 0 };
    this.items.set(key, item);
    return item;
  }

  private link(upper: Moving, lower: Moving, tip: Link["tip"]): void {
    this.links.set(`${upper.key} > ${lower.key}`, { upper, lower, tip });
  }

  /** From box to box, by its names, and through every level between. */
  edge(edge: Edge, from: Moving, to: Moving, size: Size): void {
    const isDown = to.level > from.level;
    const step = isDown ? 1 : -1;
    const join = (near: Moving, far: Moving, isLast: boolean) => {
      if (isDown) this.link(near, far, isLast ? "lower" : null);
      else this.link(far, near, isLast ? "upper" : null);
    };
    const names = `${edge.from} > ${edge.to}`;
    let near = this.item(names, from.level + step, size, { kind: "names", edge }, edge.from);
    join(from, near, false);
    for (let level = near.level + step; level !== to.level; level += step) {
      const way = `${isDown ? "down" : "up"} to ${edge.to}`;
      const next = this.item(`${way}, ${level}`, level, WAY, { kind: "way" }, way);
      join(near, next, false);
      near = next;
    }
    join(near, to, true);
  }
}

type Neighbours = ReadonlyMap<Moving, readonly Moving[]>;

function neighboursOf(links: Iterable<Link<Moving>>): {
  readonly above: Neighbours;
  readonly below: Neighbours;
} {
  const [above, below] = [new Map<Moving, Moving[]>(), new Map<Moving, Moving[]>()];
  for (const { upper, lower } of links) {
    above.set(lower, [...(above.get(lower) ?? []), upper]);
    below.set(upper, [...(below.get(upper) ?? []), lower]);
  }
  return { above, below };
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Down through the levels and up again, each with the neighbours on the level before it. */
function* sweeps(levels: readonly Moving[][], { above, below }: ReturnType<typeof neighboursOf>) {
  const items = levels.reduce((sum, { length }) => sum + length, 0);
  const count = Math.max(2, Math.min(MOST_SWEEPS, MOST_STEPS / items));
  for (let sweep = 0; sweep < count; sweep += 1) {
    for (const level of levels) yield { level, neighbours: above };
    for (const level of levels.toReversed()) yield { level, neighbours: below };
  }
}

/** Puts what belongs together side by side, so that few ways cross. */
function order(levels: readonly Moving[][], around: ReturnType<typeof neighboursOf>): void {
  const places = new Map<Item, number>();
  const note = (level: readonly Item[]) => {
    for (const [place, item] of level.entries()) places.set(item, place);
  };
  levels.forEach(note);
  for (const { level, neighbours } of sweeps(levels, around)) {
    const wanted = new Map(
      level.map((item) => {
        const near = (neighbours.get(item) ?? []).map((other) => places.get(other) ?? 0);
        return [item, near.length > 0 ? mean(near) : (places.get(item) ?? 0)];
      }),
    );
    level.sort((one, other) => (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0));
    note(level);
  }
}

/**
 * The places nearest to those that are wanted, in this order and with room between: least squares
 * by pooling neighbours that would come too close.
 */
function spread(level: readonly Moving[], wanted: readonly number[], weights: readonly number[]) {
  const offsets: number[] = [];
  for (const [index, item] of level.entries()) {
    const before = level[index - 1];
    offsets.push(before ? (offsets[index - 1] ?? 0) + before.size.right + GAP + item.size.left : 0);
  }
  const pools: { place: number; weight: number; count: number }[] = [];
  for (const [index, place] of wanted.entries()) {
    const weight = weights[index] ?? 1;
    let pool = { place: place - (offsets[index] ?? 0), weight, count: 1 };
    for (let last = pools.at(-1); last && last.place > pool.place; last = pools.at(-1)) {
      pools.pop();
      const sum = last.weight + pool.weight;
      pool = {
        place: (last.place * last.weight + pool.place * pool.weight) / sum,
        weight: sum,
        count: last.count + pool.count,
      };
    }
    pools.push(pool);
  }
  const placed = pools.flatMap(({ place, count }) => Array.from({ length: count }, () => place));
  for (const [index, item] of level.entries()) {
    item.x = (placed[index] ?? 0) + (offsets[index] ?? 0);
  }
}

/** The middles of long ways, which stay known while their pieces move. */
class Ways {
  private readonly sums = new Map<string, { x: number; count: number }>();

  constructor(items: Iterable<Item>) {
    for (const { what, from, x } of items) {
      if (what.kind !== "way") continue;
      const sum = this.sums.get(from) ?? { x: 0, count: 0 };
      this.sums.set(from, { x: sum.x + x, count: sum.count + 1 });
    }
  }

  middleOf({ from, x }: Item): number {
    const sum = this.sums.get(from);
    return sum ? sum.x / sum.count : x;
  }

  moved({ what, from, x }: Item, before: number): void {
    const sum = what.kind === "way" ? this.sums.get(from) : undefined;
    if (sum) sum.x += x - before;
  }
}

/** The middle of what an item is tied to; where it stands, if that is nothing. */
const amid = ({ x }: Item, tied: readonly Item[]) =>
  tied.length > 0 ? mean(tied.map((other) => other.x)) : x;

function place(
  levels: readonly Moving[][],
  around: ReturnType<typeof neighboursOf>,
  margin: number,
): void {
  const settle = (level: readonly Moving[], wanted: (item: Moving) => number) => {
    const weights = level.map((item) => {
      const tied = (around.above.get(item)?.length ?? 0) + (around.below.get(item)?.length ?? 0);
      return item.what.kind === "way" ? WEIGHT_OF_WAYS : Math.max(1, tied);
    });
    spread(level, level.map(wanted), weights);
  };
  for (const level of levels) settle(level, ({ x }) => x);
  for (const { level, neighbours } of sweeps(levels, around)) {
    settle(level, (item) => amid(item, neighbours.get(item) ?? []));
  }
  // Long ways are straight where they can be: each of their pieces is drawn to where all of them are.
  const ways = new Ways(levels.flat());
  for (const { level } of sweeps(levels, around)) {
    const before = level.map(({ x }) => x);
    settle(level, (item) =>
      item.what.kind === "way"
        ? ways.middleOf(item)
        : amid(item, [...(around.above.get(item) ?? []), ...(around.below.get(item) ?? [])]),
    );
    for (const [index, item] of level.entries()) ways.moved(item, before[index] ?? item.x);
  }
  const left = levels
    .flat()
    .reduce((least, { x, size }) => Math.min(least, x - size.left), Infinity);
  for (const item of levels.flat()) item.x += margin - left;
}

export interface Room {
  /** What a box needs. */
  readonly box: (place: Place) => Size;
  /** What the names of an edge need. */
  readonly names: (edge: Edge) => Size;
  /** Left of everything. */
  readonly margin: number;
}

/** Every box, the names of every edge between two of them, and the ways through the levels between. */
export function layOut(places: readonly Place[], edges: readonly Edge[], room: Room): Layout {
  const builder = new Builder();
  const boxes = new Map(
    places.map((own) => [
      own.id,
      builder.item(
        `box ${own.id}`,
        2 * own.row,
        room.box(own),
        { kind: "box", place: own },
        own.id,
      ),
    ]),
  );
  for (const edge of edges) {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (from && to && from.level !== to.level) builder.edge(edge, from, to, room.names(edge));
  }
  const items = [...builder.items.values()];
  const links = [...builder.links.values()];
  const levels: Moving[][] = [];
  for (const item of items) {
    while (levels.length <= item.level) levels.push([]);
    levels[item.level]?.push(item);
  }
  const around = neighboursOf(links);
  order(levels, around);
  place(levels, around, room.margin);
  return { items, links };
}
