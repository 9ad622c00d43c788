/** A scenario as an SVG that a person can read: scenes in rows by how soon they come, endings last. */
import { RETURN, type Scenario } from "./definition";
import { answersOf } from "./lookup";

const BOX = { width: 190, height: 46 };
const GAP = { x: 40, y: 74 };
const MARGIN = 30;

interface Node {
  readonly id: string;
  readonly kind: "scene" | "interlude" | "passed" | "failed";
  readonly row: number;
  readonly column: number;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

function edgesOf(scenario: Scenario): readonly Edge[] {
  return scenario.scenes.flatMap((scene) => {
    const labels = new Map<string, string[]>();
    for (const answer of answersOf(scene)) {
      if (answer.target === RETURN) continue;
      labels.set(answer.target, [...(labels.get(answer.target) ?? []), answer.id]);
    }
    return [...labels].map(([to, names]) => ({ from: scene.id, to, label: names.join(", ") }));
  });
}

function rowsByDistance(scenario: Scenario, edges: readonly Edge[]): ReadonlyMap<string, number> {
  const rows = new Map([[scenario.start, 0]]);
  const waiting = [scenario.start];
  for (const id of waiting) {
    for (const edge of edges.filter(({ from }) => from === id)) {
      if (rows.has(edge.to)) continue;
      rows.set(edge.to, (rows.get(id) ?? 0) + 1);
      waiting.push(edge.to);
    }
  }
  return rows;
}

function layOut(scenario: Scenario, edges: readonly Edge[]): ReadonlyMap<string, Node> {
  const rows = rowsByDistance(scenario, edges);
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
  for (const { id, outcome } of scenario.endings) put(id, outcome, deepest + 2);
  return nodes;
}

const corner = ({ row, column }: Node) => ({
  x: MARGIN + column * (BOX.width + GAP.x),
  y: MARGIN + row * (BOX.height + GAP.y),
});

const fills: Readonly<Record<Node["kind"], string>> = {
  scene: "#ffffff",
  interlude: "#f3eefc",
  passed: "#e3f4e6",
  failed: "#fbe6e3",
};

function drawNode(node: Node, isMarked: boolean): string {
  const { x, y } = corner(node);
  const round = node.kind === "passed" || node.kind === "failed" ? BOX.height / 2 : 6;
  const what = node.kind === "scene" ? "" : ` (${node.kind})`;
  return `<g><rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="${round}" fill="${isMarked ? "#fff3c4" : fills[node.kind]}" stroke="#3a3a3a"/><text x="${x + BOX.width / 2}" y="${y + BOX.height / 2 + 5}" text-anchor="middle">${escape(node.id)}${what}</text></g>`;
}

function drawEdge(from: Node, to: Node, label: string): string {
  const [a, b] = [corner(from), corner(to)];
  const start = { x: a.x + BOX.width / 2, y: a.y + BOX.height };
  const end = { x: b.x + BOX.width / 2, y: b.y };
  const bend = Math.max(40, Math.abs(end.y - start.y) / 2);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  return `<path d="M${start.x} ${start.y} C${start.x} ${start.y + bend} ${end.x} ${end.y - bend} ${end.x} ${end.y}" fill="none" stroke="#8a8a8a" marker-end="url(#tip)"/><text class="label" x="${middle.x}" y="${middle.y}" text-anchor="middle">${escape(label)}</text>`;
}

/** `marked` places stand out, as after a change. */
export function drawScenario(scenario: Scenario, marked: ReadonlySet<string> = new Set()): string {
  const edges = edgesOf(scenario);
  const nodes = layOut(scenario, edges);
  const all = [...nodes.values()];
  const width =
    2 * MARGIN + (Math.max(0, ...all.map((node) => node.column)) + 1) * (BOX.width + GAP.x);
  const height =
    2 * MARGIN + (Math.max(0, ...all.map((node) => node.row)) + 1) * (BOX.height + GAP.y);
  const lines = edges.flatMap(({ from, to, label }) => {
    const [start, end] = [nodes.get(from), nodes.get(to)];
    return start && end ? [drawEdge(start, end, label)] : [];
  });
  const rules = scenario.rules.map(
    (rule) =>
      `<text class="label" x="${MARGIN}" y="18">${escape(`standing rule: when ${rule.when.text} → ${rule.target}`)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img">`,
    `<title>${escape(scenario.title)}</title>`,
    `<style>.label{font-size:11px;fill:#444;paint-order:stroke;stroke:#fff;stroke-width:3px}</style>`,
    `<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#8a8a8a"/></marker></defs>`,
    `<rect width="${width}" height="${height}" fill="#fafafa"/>`,
    ...lines,
    ...all.map((node) => drawNode(node, marked.has(node.id))),
    ...rules.map((rule, index) => rule.replace('y="18"', `y="${14 + index * 14}"`)),
    "</svg>",
  ].join("\n");
}
