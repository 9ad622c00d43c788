/** `import` and `export` at the start of a line are code to the compiler; here they are refused. */
import type { Nodes, Root } from "mdast";
import type { Reporter } from "../reporter";

function fencedLines(node: Nodes, lines: Set<number>): void {
  if (node.type === "code" && node.position) {
    for (let line = node.position.start.line; line <= node.position.end.line; line += 1) {
      lines.add(line);
    }
  }
  if ("children" in node) for (const child of node.children) fencedLines(child, lines);
}

export function reportCodeLines(tree: Root, body: string, reporter: Reporter): void {
  const fenced = new Set<number>();
  fencedLines(tree, fenced);
  const lines = body.split("\n");
  for (const [index, line] of lines.entries()) {
    const word = /^(import|export)(?![A-Za-z])/.exec(line)?.[1];
    const begins = index === 0 || (lines[index - 1] ?? "").trim() === "";
    if (word === undefined || fenced.has(index + 1)) continue;
    if (!begins && !/[{"'*]/.test(line)) continue;
    reporter.report(
      "mdx/import-export",
      { line: index + 1, column: 1 },
      `A paragraph cannot begin with the word ${word}: nothing is imported or exported in content.`,
      "Take the line out, or begin it with another word.",
    );
  }
}
