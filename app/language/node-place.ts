/** Where a node of the tree stands in its file. */
import type { Nodes } from "mdast";
import type { Position } from "~/core/diagnostic";

const TOP: Position = { line: 1, column: 1 };

export const placeOfPoint = ({ line, column }: Position): Position => ({ line, column });

export function startOf(node: Nodes): Position {
  return node.position ? placeOfPoint(node.position.start) : TOP;
}
