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

export interface Item {
  readonly key: string;
  readonly level: number;
  readonly size: Size;
  /** A box, the names of an edge, or nothing but a way. */
  readonly what: Place | Edge | null;
  /** The place that it leads on from; of a way, which one it is a piece of. */
  readonly from: string;
  /** Of its middle, once it is laid out. */
  x: number;
}

/** A piece of a way, between two levels. */
export interface Link {
  readonly upper: Item;
  readonly lower: Item;
  /** Which end has the arrow, if one has. */
  readonly tip: "upper" | "lower" | null;
}

export interface Layout {
  readonly items: readonly Item[];
  readonly links: readonly Link[];
}

const GAP = 26;
const WAY: Size = { left: 4, right: 4, height: 0 };
const SWEEPS = 12;
/** Ways come before boxes, which can stand a little aside. */
const WEIGHT_OF_WAYS = 8;

class Builder {
  readonly items = new Map<string, Item>();
  readonly links = new Map<string, Link>();

  item(key: string, level: number, size: Size, what: Item["what"], from: string): Item {
    const known = this.items.get(key);
    if (known) return known;
    const item = { key, level, size, what, from, x: 0 };
    this.items.set(key, item);
    return item;
  }

  private link(upper: Item, lower: Item, tip: Link["tip"]): void {
    this.links.set(`${upper.key} > ${lower.key}`, { upper, lower, tip });
  }

  /** From box to box, by its names, and through every level between. */
  edge(edge: Edge, from: Item, to: Item, size: Size): void {
    const isDown = to.level > from.level;
    const step = isDown ? 1 : -1;
    const join = (near: Item, far: Item, isLast: boolean) => {
      if (isDown) this.link(near, far, isLast ? "lower" : null);
      else this.link(far, near, isLast ? "upper" : null);
    };
    const names = `${edge.from} > ${edge.to}`;
    let near = this.item(names, from.level + step, size, edge, edge.from);
    join(from, near, false);
    for (let level = near.level + step; level !== to.level; level += step) {
      const way = `${isDown ? "down" : "up"} to ${edge.to}`;
      const next = this.item(`${way}, ${level}`, level, WAY, null, way);
      join(near, next, false);
      near = next;
    }
    join(near, to, true);
  }
}

type Neighbours = ReadonlyMap<Item, readonly Item[]>;

function neighboursOf(links: Iterable<Link>): {
  readonly above: Neighbours;
  readonly below: Neighbours;
} {
  const [above, below] = [new Map<Item, Item[]>(), new Map<Item, Item[]>()];
  for (const { upper, lower } of links) {
    above.set(lower, [...(above.get(lower) ?? []), upper]);
    below.set(upper, [...(below.get(upper) ?? []), lower]);
  }
  return { above, below };
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Down through the levels and up again, each with the neighbours on the level before it. */
function* sweeps(levels: readonly Item[][], { above, below }: ReturnType<typeof neighboursOf>) {
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const level of levels) yield { level, neighbours: above };
    for (const level of levels.toReversed()) yield { level, neighbours: below };
  }
}

/** Puts what belongs together side by side, so that few ways cross. */
function order(levels: readonly Item[][], around: ReturnType<typeof neighboursOf>): void {
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
function spread(level: readonly Item[], wanted: readonly number[], weights: readonly number[]) {
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

/** Nearer to what each is tied to; `tied` gives that. */
function settle(level: readonly Item[], tied: (item: Item) => readonly Item[]): void {
  spread(
    level,
    level.map((item) => {
      const near = tied(item);
      return near.length > 0 ? mean(near.map(({ x }) => x)) : item.x;
    }),
    level.map((item) => (item.what === null ? WEIGHT_OF_WAYS : Math.max(1, tied(item).length))),
  );
}

function place(levels: readonly Item[][], around: ReturnType<typeof neighboursOf>): void {
  for (const level of levels) settle(level, () => []);
  for (const { level, neighbours } of sweeps(levels, around)) {
    settle(level, (item) => neighbours.get(item) ?? []);
  }
  // Long ways are straight where they can be: each of their pieces is drawn to where all of them are.
  const ways = new Map<string, Item[]>();
  for (const item of levels.flat()) {
    if (item.what === null) ways.set(item.from, [...(ways.get(item.from) ?? []), item]);
  }
  for (const { level } of sweeps(levels, around)) {
    settle(level, (item) =>
      item.what === null
        ? (ways.get(item.from) ?? [])
        : [...(around.above.get(item) ?? []), ...(around.below.get(item) ?? [])],
    );
  }
  const left = Math.min(...levels.flat().map(({ x, size }) => x - size.left));
  for (const item of levels.flat()) item.x -= left;
}

/** `sizes` gives the room that a box needs, and that the names of an edge need. */
export function layOut(
  places: readonly Place[],
  edges: readonly Edge[],
  sizes: { readonly box: (place: Place) => Size; readonly names: (edge: Edge) => Size },
): Layout {
  const builder = new Builder();
  const boxes = new Map(
    places.map((own) => [
      own.id,
      builder.item(`box ${own.id}`, 2 * own.row, sizes.box(own), own, own.id),
    ]),
  );
  for (const edge of edges) {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (from && to && from.level !== to.level) builder.edge(edge, from, to, sizes.names(edge));
  }
  const items = [...builder.items.values()];
  const links = [...builder.links.values()];
  const deepest = Math.max(0, ...items.map(({ level }) => level));
  const levels = Array.from({ length: deepest + 1 }, (_, level) =>
    items.filter((item) => item.level === level),
  );
  const around = neighboursOf(links);
  order(levels, around);
  place(levels, around);
  return { items, links };
}
