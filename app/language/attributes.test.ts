import { expect, test } from "vitest";
import type { Position } from "~/core/diagnostic";
import { readAttributes } from "./attributes";
import { treeOf } from "./mdx-tree";
import { Reporter } from "./reporter";

/** Where the letter at `index` of the value of `when` stands. */
function placeIn(body: string, letterOf: (value: string) => number): Position {
  const [element] = treeOf(body).children;
  if (element?.type !== "mdxJsxFlowElement") throw new Error("no element");
  const shape = {
    required: [],
    optional: ["when"],
    flags: [],
    within: [null],
    holds: "nothing",
  } as const;
  const attributes = readAttributes(element, body, shape, "Line", new Reporter("index.mdx"));
  const when = attributes.get("when");
  if (!when) throw new Error("no attribute");
  return when.placeOf(letterOf(when.value));
}

test.each([
  ["on its line", '<Line when="a = !"/>', { line: 1, column: 17 }],
  ["behind an entity", '<Line when="a &amp;amp; !"/>', { line: 1, column: 25 }],
  ["behind what only looks like an entity", '<Line when="R&B; !"/>', { line: 1, column: 18 }],
  ["behind an entity of two code units", '<Line when="&#x1F600; !"/>', { line: 1, column: 23 }],
  ["behind a letter of two code units", '<Line when="😀 !"/>', { line: 1, column: 16 }],
  ["on a later line, set in", '<Line\n  when="a\n    or !"/>', { line: 3, column: 8 }],
  ["behind an empty line", '<Line when="a\n  \n\tor !"/>', { line: 3, column: 5 }],
  ["on a later line, behind an entity", '<Line when="a\n  &lt; !"/>', { line: 2, column: 8 }],
])("a letter of a value has its place %s", (_, body, place) => {
  expect(placeIn(body, (value) => value.indexOf("!"))).toEqual(place);
});
