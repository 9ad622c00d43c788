/** A scenario as an SVG that a person can read: scenes in rows by how soon they come, endings last. */
import type { Scenario } from "./definition";
import { layOut, type Item, type Layout, type Link, type Room, type Size } from "./drawing-layout";
import { ANYWHERE, edgesOf, placesOf, type Edge, type Place } from "./drawing-rows";
import {
  drawLabel,
  drawLines,
  escape,
  LETTER,
  LINE,
  linesOf,
  round,
  widthOf,
} from "./drawing-text";

/** Of a box, and least height. */
const BOX = { width: 190, height: 46 };
/** Room above and below what stands in a box, together. */
const BOX_GAP = 7;
const MARGIN = 30;
/** Room above and below the names of an edge, for the bend of its line. */
const BEND = 22;
/** How far the line of an answer that leads back to its own scene goes round. */
const LOOP = 26;
/** Room between the names of two such lines, one above the other. */
const LOOP_GAP = 4;
/** Room above the first row for each of the notes. */
const NOTE = 16;

const labelOf = ({ names }: Edge) => names.flatMap(linesOf);

/** Answers that lead back to their own scene, by its id. */
type Loops = ReadonlyMap<string, readonly string[]>;

/** What stands in a box: the note on lines of its own where not all fits on one. */
function titleOf({ id, note }: Place): readonly string[] {
  if (note === null) return linesOf(id);
  const onOne = linesOf(`${id} (${note})`);
  return onOne.length === 1 ? onOne : [...linesOf(id), ...linesOf(`(${note})`)];
}

const heightOf = (place: Place) => Math.max(BOX.height, titleOf(place).length * LINE + BOX_GAP);

function roomFor(loops: Loops): Room {
  const half = BOX.width / 2;
  return {
    margin: MARGIN,
    box: (place: Place): Size => {
      const loop = loops.get(place.id);
      const right = half + (loop ? LOOP + widthOf(loop) : 0);
      const height = Math.max(heightOf(place), (loop?.length ?? 0) * LINE + LOOP_GAP);
      return { left: half, right, height };
    },
    names: (edge: Edge): Size => {
      const lines = labelOf(edge);
      const own = widthOf(lines) / 2;
      return { left: own, right: own, height: lines.length * LINE + 2 * BEND };
    },
  };
}

/** Top and bottom of each level. */
type Levels = readonly { readonly top: number; readonly bottom: number }[];

function levelsOf(items: readonly Item[], first: number): Levels {
  const heights: number[] = [];
  for (const { level, size } of items) {
    heights[level] = Math.max(heights[level] ?? 0, size.height);
  }
  let bottom = first;
  return Array.from(heights, (height: number | undefined) => {
    const top = bottom;
    bottom += height ?? 0;
    return { top, bottom };
  });
}

const fills: Readonly<Record<Place["kind"], string>> = {
  scene: "#ffffff",
  interlude: "#f3eefc",
  passed: "#e3f4e6",
  failed: "#fbe6e3",
  anywhere: "none",
};

const drawPath = (path: string, attributes = "") =>
  `<path d="${path}" fill="none" stroke="#8a8a8a"${attributes}/>`;

const TIP = ' marker-end="url(#tip)"';
const DASHES = ' stroke-dasharray="5 4"';

/** Where lines leave and reach each box: beside one another, in the order of where they lead. */
function portsOf({ links }: Layout): (link: Link, end: "upper" | "lower") => number {
  const ports = new Map<string, number>();
  for (const end of ["upper", "lower"] as const) {
    const other = end === "upper" ? "lower" : "upper";
    const counts = new Map<Item, number>();
    for (const link of links) counts.set(link[end], (counts.get(link[end]) ?? 0) + 1);
    const met = new Map<Item, number>();
    for (const link of links.toSorted((one, two) => one[other].x - two[other].x)) {
      const item = link[end];
      const place = (met.get(item) ?? 0) + 1;
      met.set(item, place);
      const share = item.what.kind === "box" ? place / ((counts.get(item) ?? 0) + 1) : 0.5;
      ports.set(`${end} ${link.upper.key} ${link.lower.key}`, item.x + (share - 0.5) * BOX.width);
    }
  }
  return ({ upper, lower }, end) => ports.get(`${end} ${upper.key} ${lower.key}`) ?? 0;
}

class Picture {
  private readonly levels: Levels;
  private readonly port: ReturnType<typeof portsOf>;

  constructor(
    private readonly layout: Layout,
    private readonly loops: Loops,
    private readonly marked: ReadonlySet<string>,
    top: number,
  ) {
    this.levels = levelsOf(layout.items, top);
    this.port = portsOf(layout);
  }

  private top = ({ level }: Item) => this.levels[level]?.top ?? 0;
  private bottom = ({ level }: Item) => this.levels[level]?.bottom ?? 0;

  get height(): number {
    return Math.max(...this.layout.items.map(this.bottom)) + MARGIN;
  }

  get width(): number {
    return Math.max(...this.layout.items.map(({ x, size }) => x + size.right)) + MARGIN;
  }

  private middle = (item: Item) => (this.top(item) + this.bottom(item)) / 2;

  /** Names stand in the middle of a level of theirs, and lines bend above and below them. */
  private inset = ({ level }: Item) => (level % 2 === 1 ? BEND : 0);

  /** Down through a level, leaving out where names stand. */
  private pass(item: Item): string {
    const [top, bottom] = [this.top(item) + this.inset(item), this.bottom(item) - this.inset(item)];
    const x = round(item.x);
    const dashes = item.from === ANYWHERE ? DASHES : "";
    const piece = (from: number, to: number) =>
      to > from ? drawPath(`M${x} ${round(from)} L${x} ${round(to)}`, dashes) : "";
    if (item.what.kind !== "names") return piece(top, bottom);
    const middle = this.middle(item);
    const half = (labelOf(item.what.edge).length * LINE) / 2;
    return piece(top, middle - half) + piece(middle + half, bottom);
  }

  /** Half of what the level of a box is higher than the box, for what stands beside another. */
  private beside = (item: Item) =>
    item.what.kind === "box"
      ? (this.bottom(item) - this.top(item) - heightOf(item.what.place)) / 2
      : 0;

  /** Bends between the levels and goes straight within them, so that it meets nothing beside a box. */
  private link(link: Link): string {
    const { upper, lower, tip } = link;
    const start = {
      x: round(this.port(link, "upper")),
      y: round(this.bottom(upper) - this.inset(upper)),
      within: round(this.bottom(upper) - this.inset(upper) - this.beside(upper)),
    };
    const end = {
      x: round(this.port(link, "lower")),
      y: round(this.top(lower) + this.inset(lower)),
      within: round(this.top(lower) + this.inset(lower) + this.beside(lower)),
    };
    const [from, to] = tip === "upper" ? [end, start] : [start, end];
    const bend = round((from.y + to.y) / 2);
    const dashes = upper.from === ANYWHERE ? DASHES : "";
    return drawPath(
      [
        `M${from.x} ${from.within}`,
        ...(from.within === from.y ? [] : [`L${from.x} ${from.y}`]),
        `C${from.x} ${bend} ${to.x} ${bend} ${to.x} ${to.y}`,
        ...(to.within === to.y ? [] : [`L${to.x} ${to.within}`]),
      ].join(" "),
      `${dashes}${tip === null ? "" : TIP}`,
    );
  }

  private loop(item: Item, lines: readonly string[]): string {
    const [x, y] = [round(item.x + BOX.width / 2), round(this.middle(item))];
    const [upper, lower, side] = [y - 12, y + 12, x + LOOP];
    return [
      drawPath(`M${x} ${upper} C${side} ${upper} ${side} ${lower} ${x} ${lower}`, TIP),
      drawLabel({ x: side + widthOf(lines) / 2, y }, lines),
    ].join("");
  }

  private box(item: Item, place: Place): string {
    const { id, kind } = place;
    const height = heightOf(place);
    const [x, y] = [round(item.x - BOX.width / 2), round(this.middle(item) - height / 2)];
    const corners = kind === "passed" || kind === "failed" ? BOX.height / 2 : 6;
    const lines = titleOf(place);
    const size = lines.length > 2 ? 11 : 13;
    const middle = { x: x + BOX.width / 2, y: y + height / 2 };
    const dashes = kind === "anywhere" ? DASHES : "";
    return `<g><rect x="${x}" y="${y}" width="${BOX.width}" height="${height}" rx="${corners}" fill="${this.marked.has(id) ? "#fff3c4" : fills[kind]}" stroke="#3a3a3a"${dashes}/><text font-size="${size}" text-anchor="middle">${drawLines(middle, lines, size)}</text></g>`;
  }

  private names(item: Item, edge: Edge): string {
    return drawLabel({ x: item.x, y: this.middle(item) }, labelOf(edge));
  }

  /** Lines first, so that boxes and names lie over them. */
  draw(): readonly string[] {
    const { items, links } = this.layout;
    return [
      ...links.map((link) => this.link(link)),
      ...items.flatMap((item) => (item.what.kind === "box" ? [] : [this.pass(item)])),
      ...items.flatMap((item) => {
        const lines = this.loops.get(item.from);
        return item.what.kind === "box" && lines ? [this.loop(item, lines)] : [];
      }),
      ...items.flatMap((item) =>
        item.what.kind === "box" ? [this.box(item, item.what.place)] : [],
      ),
      ...items.flatMap((item) =>
        item.what.kind === "names" ? [this.names(item, item.what.edge)] : [],
      ),
    ];
  }
}

/** What is said above the picture. */
function notesOf(
  { rules }: Scenario,
  places: readonly Place[],
  marked: ReadonlySet<string>,
): readonly string[] {
  const gone = [...marked].filter((place) => !places.some(({ id }) => id === place));
  return [
    ...rules.map((rule) => `standing rule: when ${rule.when.text} → ${rule.target}`),
    ...(marked.size > gone.length ? ["yellow: something changed here"] : []),
    ...(gone.length > 0 ? [`no longer there: ${gone.join(", ")}`] : []),
  ];
}

/** `marked` places stand out, as after a change. */
export function drawScenario(scenario: Scenario, marked: ReadonlySet<string> = new Set()): string {
  const edges = edgesOf(scenario);
  const places = placesOf(scenario, edges);
  const loops = new Map(
    edges.filter(({ from, to }) => from === to).map((edge) => [edge.from, labelOf(edge)]),
  );
  const notes = notesOf(scenario, places, marked);
  const layout = layOut(places, edges, roomFor(loops));
  const picture = new Picture(layout, loops, marked, MARGIN + notes.length * NOTE);
  const longest = Math.max(0, ...notes.map(({ length }) => length)) * LETTER + 2 * MARGIN;
  const [width, height] = [round(Math.max(picture.width, longest)), round(picture.height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img">`,
    `<title>${escape(scenario.title)}</title>`,
    `<style>.label{font-size:11px;fill:#444;paint-order:stroke;stroke:#fafafa;stroke-width:3px}</style>`,
    `<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#8a8a8a"/></marker></defs>`,
    `<rect width="${width}" height="${height}" fill="#fafafa"/>`,
    ...picture.draw(),
    ...notes.map(
      (note, index) =>
        `<text class="label" x="${MARGIN}" y="${20 + index * NOTE}">${escape(note)}</text>`,
    ),
    "</svg>",
  ].join("\n");
}
