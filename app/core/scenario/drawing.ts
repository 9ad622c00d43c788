/** A scenario as an SVG that a person can read: scenes in rows by how soon they come, endings last. */
import { RETURN, type Scenario } from "./definition";
import { answersOf } from "./lookup";

const BOX = { width: 190, height: 46 };
const GAP = { x: 60, y: 74 };
const MARGIN = 30;
const LINE = 13;
/** Room for the longest names. */
const LABEL = 150;
/** As many letters as a box or the room of a label holds. */
const LETTERS = 24;
/** What standing rules lead from. No place has a name with a space. */
const ANYWHERE = "from anywhere";
/** Room above the first row for the notes and for each of them. */
const NOTE = 16;

interface Node {
  readonly id: string;
  readonly kind: "scene" | "interlude" | "passed" | "failed" | "anywhere";
  readonly row: number;
  readonly column: number;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  /** In lines. */
  readonly names: readonly string[];
}

/** What the places of all nodes together say of the sheet. */
interface Sheet {
  readonly top: number;
  readonly rowHeight: number;
  /** The right edge of the last box of each row. */
  readonly edges: ReadonlyMap<number, number>;
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

/** A name in lines that fit, broken after a hyphen or a space where it has one. */
function linesOf(name: string): readonly string[] {
  const pieces = name.match(new RegExp(`[^-_ ]{1,${LETTERS - 2}}[-_ ]*`, "g")) ?? [name];
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && (last + piece).trimEnd().length <= LETTERS)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** One edge for all that leads from here to the same place. */
function edgesFrom(from: string, ways: readonly (readonly [to: string, name: string])[]) {
  const labels = new Map<string, string[]>();
  for (const [to, name] of ways) {
    labels.set(to, [...(labels.get(to) ?? []), ...linesOf(name)]);
  }
  return [...labels].map(([to, names]): Edge => ({ from, to, names }));
}

function edgesOf({ scenes, rules }: Scenario): readonly Edge[] {
  return [
    ...scenes.flatMap((scene) => {
      const leading = answersOf(scene).filter(({ target }) => target !== RETURN);
      return edgesFrom(
        scene.id,
        leading.map(({ target, id }) => [target, id]),
      );
    }),
    ...edgesFrom(
      ANYWHERE,
      rules.map(({ target, when }) => [target, when.text]),
    ),
  ];
}

/**
 * The row of each place that can be got to: one below the lowest of those that lead to it. Edges
 * that lead back are left aside, or there would be no lowest.
 */
function rowsOf(scenario: Scenario, edges: readonly Edge[]): ReadonlyMap<string, number> {
  const finished: string[] = [];
  const onward: Edge[] = [];
  const seen = new Set<string>();
  const visit = (id: string, open: ReadonlySet<string>) => {
    seen.add(id);
    const here = new Set([...open, id]);
    for (const edge of edges.filter(({ from }) => from === id)) {
      if (here.has(edge.to)) continue;
      onward.push(edge);
      if (!seen.has(edge.to)) visit(edge.to, here);
    }
    finished.push(id);
  };
  visit(scenario.start, new Set());
  const rows = new Map([[scenario.start, 0]]);
  for (const id of finished.reverse()) {
    for (const { to } of onward.filter(({ from }) => from === id)) {
      rows.set(to, Math.max(rows.get(to) ?? 0, (rows.get(id) ?? 0) + 1));
    }
  }
  return rows;
}

function layOut(scenario: Scenario, edges: readonly Edge[]): ReadonlyMap<string, Node> {
  const rows = rowsOf(scenario, edges);
  const deepest = Math.max(0, ...scenario.scenes.map((scene) => rows.get(scene.id) ?? 0));
  const columns = new Map<number, number>();
  const nodes = new Map<string, Node>();
  const put = (id: string, kind: Node["kind"], row: number) => {
    const column = columns.get(row) ?? 0;
    columns.set(row, column + 1);
    nodes.set(id, { id, kind, row, column });
  };
  for (const { id, interlude } of scenario.scenes) {
    put(id, interlude === true ? "interlude" : "scene", rows.get(id) ?? deepest + 1);
  }
  const last = scenario.scenes.every(({ id }) => rows.has(id)) ? deepest + 1 : deepest + 2;
  if (scenario.rules.length > 0) put(ANYWHERE, "anywhere", last - 1);
  for (const { id, outcome } of scenario.endings) put(id, outcome, last);
  return nodes;
}

const left = ({ column }: Node) => MARGIN + column * (BOX.width + GAP.x);

const corner = (node: Node, { top, rowHeight }: Sheet) => ({
  x: left(node),
  y: top + node.row * rowHeight,
});

const fills: Readonly<Record<Node["kind"], string>> = {
  scene: "#ffffff",
  interlude: "#f3eefc",
  passed: "#e3f4e6",
  failed: "#fbe6e3",
  anywhere: "none",
};

const DASHES = ' stroke-dasharray="5 4"';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One line below the other, around a point. */
function drawLines({ x, y }: Point, lines: readonly string[], size: number): string {
  const top = y + size / 3 - ((lines.length - 1) * LINE) / 2;
  return lines
    .map((line, at) => `<tspan x="${x}" y="${round(top + at * LINE)}">${escape(line)}</tspan>`)
    .join("");
}

function drawNode(node: Node, isMarked: boolean, sheet: Sheet): string {
  const { x, y } = corner(node, sheet);
  const corners = node.kind === "passed" || node.kind === "failed" ? BOX.height / 2 : 6;
  const isPlain = node.kind === "scene" || node.kind === "anywhere";
  const lines = linesOf(isPlain ? node.id : `${node.id} (${node.kind})`);
  const middle = { x: x + BOX.width / 2, y: y + BOX.height / 2 };
  const size = lines.length > 2 ? 11 : 13;
  const dashes = node.kind === "anywhere" ? DASHES : "";
  return `<g><rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="${corners}" fill="${isMarked ? "#fff3c4" : fills[node.kind]}" stroke="#3a3a3a"${dashes}/><text font-size="${size}" text-anchor="middle">${drawLines(middle, lines, size)}</text></g>`;
}

const round = (value: number) => Math.round(value);

interface Course {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/** Down onto a place that stands further right than all that is passed. */
function fromAbove(start: Point, end: Point): Course {
  const bend = (start.y + end.y) / 2;
  return {
    path: `M${start.x} ${start.y} C${end.x} ${start.y} ${end.x} ${bend} ${end.x} ${end.y}`,
    x: round((start.x + 7 * end.x) / 8),
    y: round((4 * start.y + 3 * bend + end.y) / 8),
  };
}

/** The line of an edge and the middle of its label: straight down to the next row, else round the side. */
function course(from: Node, to: Node, sheet: Sheet): Course {
  const [a, b] = [corner(from, sheet), corner(to, sheet)];
  if (to.row === from.row + 1) {
    const start = { x: a.x + BOX.width / 2, y: a.y + BOX.height };
    const end = { x: b.x + BOX.width / 2, y: b.y };
    const bend = (end.y - start.y) / 2;
    const path = `M${start.x} ${start.y} C${start.x} ${start.y + bend} ${end.x} ${end.y - bend} ${end.x} ${end.y}`;
    return { path, x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  }
  const start = { x: a.x + BOX.width, y: a.y + BOX.height / 2 };
  const end = { x: b.x + BOX.width, y: b.y + BOX.height / 2 };
  const [first, last] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  const passed = [...sheet.edges].filter(([row]) => row > first && row < last);
  const between = Math.max(start.x, ...passed.map(([, edge]) => edge));
  if (to.row > from.row && b.x > between)
    return fromAbove(start, { x: b.x + BOX.width / 2, y: b.y });
  const widest = Math.max(end.x, between);
  // A curve goes three quarters of the way to where it is drawn to.
  const side =
    Math.min(start.x, end.x) +
    (4 / 3) * (widest + 40 + 8 * (last - first) - Math.min(start.x, end.x));
  const path = `M${start.x} ${start.y} C${round(side)} ${start.y} ${round(side)} ${end.y} ${end.x} ${end.y}`;
  return {
    path,
    x: round((start.x + end.x) / 8 + (side * 3) / 4),
    y: round((start.y + end.y) / 2),
  };
}

function drawLabel(middle: Point, names: readonly string[]): string {
  return `<text class="label" text-anchor="middle">${drawLines(middle, names, 11)}</text>`;
}

/** What is said above the picture. */
function notesOf(
  { rules }: Scenario,
  nodes: ReadonlyMap<string, Node>,
  marked: ReadonlySet<string>,
): readonly string[] {
  const gone = [...marked].filter((place) => !nodes.has(place));
  return [
    ...rules.map((rule) => `standing rule: when ${rule.when.text} → ${rule.target}`),
    ...(marked.size > gone.length ? ["yellow: something changed here"] : []),
    ...(gone.length > 0 ? [`no longer there: ${gone.join(", ")}`] : []),
  ];
}

/** `marked` places stand out, as after a change. */
export function drawScenario(scenario: Scenario, marked: ReadonlySet<string> = new Set()): string {
  const edges = edgesOf(scenario);
  const nodes = layOut(scenario, edges);
  const all = [...nodes.values()];
  const notes = notesOf(scenario, nodes, marked);
  const most = Math.max(0, ...edges.map(({ names }) => names.length));
  const sheet: Sheet = {
    top: MARGIN + notes.length * NOTE,
    rowHeight: BOX.height + Math.max(GAP.y, 36 + most * LINE),
    edges: new Map(
      all
        .toSorted((one, other) => one.column - other.column)
        .map((node) => [node.row, left(node) + BOX.width]),
    ),
  };
  const drawn = edges.flatMap(({ from, to, names }) => {
    const [start, end] = [nodes.get(from), nodes.get(to)];
    const dashes = from === ANYWHERE ? DASHES : "";
    return start && end ? [{ ...course(start, end, sheet), names, dashes }] : [];
  });
  const rightmost = Math.max(...sheet.edges.values(), ...drawn.map(({ x }) => x + LABEL / 2));
  const width = round(rightmost + MARGIN);
  const rows = Math.max(0, ...all.map((node) => node.row)) + 1;
  const height = sheet.top + (rows - 1) * sheet.rowHeight + BOX.height + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img">`,
    `<title>${escape(scenario.title)}</title>`,
    `<style>.label{font-size:11px;fill:#444;paint-order:stroke;stroke:#fff;stroke-width:3px}</style>`,
    `<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#8a8a8a"/></marker></defs>`,
    `<rect width="${width}" height="${height}" fill="#fafafa"/>`,
    ...drawn.map(
      ({ path, dashes }) =>
        `<path d="${path}" fill="none" stroke="#8a8a8a"${dashes} marker-end="url(#tip)"/>`,
    ),
    ...all.map((node) => drawNode(node, marked.has(node.id), sheet)),
    ...drawn.map((edge) => drawLabel(edge, edge.names)),
    ...notes.map(
      (note, index) =>
        `<text class="label" x="${MARGIN}" y="${20 + index * NOTE}">${escape(note)}</text>`,
    ),
    "</svg>",
  ].join("\n");
}
