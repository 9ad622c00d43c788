/** Questions about a graph in compressed rows: what leads where, and what lies on a circle. */

interface Graph {
  readonly rows: ArrayLike<number>;
  readonly targets: ArrayLike<number>;
}

/** How many nodes it has. */
export function sizeOf(graph: Graph): number {
  return graph.rows.length - 1;
}

/** Marks everything that can be reached from `from`, those included. */
export function reachableFrom(
  graph: Graph,
  from: Iterable<number>,
  passes: (node: number) => boolean = () => true,
): Uint8Array {
  const seen = new Uint8Array(sizeOf(graph));
  const waiting: number[] = [];
  const visit = (node: number) => {
    if (seen[node] === 1) return;
    seen[node] = 1;
    waiting.push(node);
  };
  for (const node of from) visit(node);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!passes(node)) continue;
    const end = graph.rows[node + 1] ?? 0;
    for (let edge = graph.rows[node] ?? 0; edge < end; edge += 1) visit(graph.targets[edge] ?? 0);
  }
  return seen;
}

/** The same graph with every edge turned round. */
export function reversed(graph: Graph): Graph {
  const size = sizeOf(graph);
  const rows = new Int32Array(size + 1);
  const edges = graph.rows[size] ?? 0;
  for (let edge = 0; edge < edges; edge += 1) {
    const at = (graph.targets[edge] ?? 0) + 1;
    rows[at] = (rows[at] ?? 0) + 1;
  }
  for (let node = 0; node < size; node += 1)
    rows[node + 1] = (rows[node + 1] ?? 0) + (rows[node] ?? 0);
  const filled = rows.slice();
  const targets = new Int32Array(edges);
  for (let node = 0; node < size; node += 1) {
    const end = graph.rows[node + 1] ?? 0;
    for (let edge = graph.rows[node] ?? 0; edge < end; edge += 1) {
      const target = graph.targets[edge] ?? 0;
      const at = filled[target] ?? 0;
      targets[at] = node;
      filled[target] = at + 1;
    }
  }
  return { rows, targets };
}

export interface Components {
  /** For each node the number of its component. A component leads only to itself and to smaller numbers. */
  readonly of: Int32Array;
  readonly count: number;
}

/** Strongly connected components by Tarjan's algorithm, without recursion. */
export function componentsOf(graph: Graph): Components {
  const size = sizeOf(graph);
  const of = new Int32Array(size).fill(-1);
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const edgeAt = new Int32Array(size);
  const open: number[] = [];
  const path: number[] = [];
  let met = 0;
  let count = 0;
  const enter = (node: number) => {
    order[node] = low[node] = met;
    met += 1;
    edgeAt[node] = graph.rows[node] ?? 0;
    open.push(node);
    path.push(node);
  };
  const leave = (node: number) => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
    if (low[node] !== order[node]) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      of[member] = count;
      if (member === node) break;
    }
    count += 1;
  };
  for (let root = 0; root < size; root += 1) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const edge = edgeAt[node] ?? 0;
      if (edge >= (graph.rows[node + 1] ?? 0)) {
        leave(node);
        continue;
      }
      edgeAt[node] = edge + 1;
      const target = graph.targets[edge] ?? 0;
      if (order[target] === -1) enter(target);
      else if (of[target] === -1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
    }
  }
  return { of, count };
}
