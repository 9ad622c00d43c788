import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { treeAsWritten } from "./mdx-tree";
import { plainTree } from "./plain-tree";

/** The tree without the parser but for single blocks; null where it takes the parser, if only to complain. */
function withoutParser(body: string) {
  try {
    return plainTree(body, treeAsWritten);
  } catch {
    return null;
  }
}

const tags = [
  '<Scene id="a">',
  "</Scene>",
  '<Line by="rosa" mood="worried">',
  "</Line>",
  '<Choice id="x" to="y" when="a <= 2 and b > 1">',
  "</Choice>",
  '<Variable name="hold" start="false" draw />',
  "<X/>",
  "<X></X>",
];
const phrases = [
  ...[
    "Words here.",
    "And",
    "It’s 1,900.",
    "a > b",
    "!",
    "(so)",
    "ä😀",
    "\u00a0x",
    "12",
    "x = y",
    "–",
    "…",
  ],
  ...[
    "*well*",
    "*You look up.*",
    "*Not that*, but",
    "**so**",
    "_so_",
    "a*b*c",
    "* ",
    "`x`",
    "\\*",
    "&amp;",
  ],
];
const starts = [
  "> quoted",
  "- one",
  "3. three",
  "# Title",
  "---",
  "===",
  "***",
  "+ a",
  "```",
  "- ```",
  "> ```",
  "  ",
  "[a]: /b",
  "{/* x */}",
];

/** A line as people write them: set in or not, tags or words or both, now and then something else. */
const line = fc
  .tuple(
    fc.constantFrom("", "", "  ", "    ", "      "),
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...tags).map((tag) => [tag]) },
      {
        weight: 4,
        arbitrary: fc.array(fc.constantFrom(...tags, ...phrases, ...phrases), { maxLength: 4 }),
      },
      { weight: 1, arbitrary: fc.constantFrom(...starts).map((start) => [start]) },
    ),
    fc.constantFrom("", " "),
  )
  .map(([inset, parts, between]) => inset + parts.join(between));

/** Elements that fit together, so that most texts have a tree. */
const element: fc.Arbitrary<string> = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc
      .array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(" ")),
    fc
      .tuple(fc.constantFrom(...phrases), fc.constantFrom(...phrases))
      .map(([one, other]) => `${one} <Line by="x">${other}</Line>\n  <Line>${one}</Line>`),
    tie("blocks").map((inner) => `<Choice id="c" interlude>\n${inner}\n</Choice>`),
    fc.constantFrom("> quoted", "> one\n> <X/> two", '<Cast id="a" />', "", "# Title"),
    fc.constantFrom(
      "- one\n- *two*",
      "Words:\n1. one\n2. two\n   more",
      "- a\n  - b <X/>",
      "  - one",
    ),
  ),
  blocks: fc
    .array(fc.tuple(tie("block"), fc.constantFrom("\n", "\n\n")), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([block, end]) => block + end).join("")),
})).blocks;

function holds(body: string): boolean {
  const tree = withoutParser(body);
  if (tree === null) return false;
  expect(tree).toStrictEqual(treeAsWritten(body));
  return true;
}

test("is the tree that the parser makes, letter for letter, of lines of any kind", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      holds(lines.join("\n"));
    }),
    { numRuns: 2000 },
  );
});

test("is the tree that the parser makes of elements in elements, and seldom leaves them to the parser", () => {
  let held = 0;
  fc.assert(
    fc.property(element, (body) => {
      if (holds(body)) held += 1;
    }),
    { numRuns: 800 },
  );
  expect(held).toBeGreaterThan(300);
});

test.each(["scenarios", "courses"])("nearly all that is shipped as %s has one", (kind) => {
  const folder = join("content", kind);
  const bodies = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".mdx"))
    .map((file) => readFileSync(join(folder, file), "utf8").replace(/^---\n[\s\S]*?\n---\n/, ""));
  expect(bodies.filter(holds).length / bodies.length).toBeGreaterThan(0.9);
});

test.each([
  ["a tag that closes what is not open", "<A>\nwords\n</B>"],
  ["a tag that is never closed", "<A>\nwords"],
  ["an attribute over two lines", '<A\nb="c" />'],
  ["a value with an entity", '<A b="&amp;" />'],
  ["a note in braces", "words {/* so */}"],
  ["a list that goes on after an empty line", "- one\n\n  more"],
  ["a list whose next item stands after an empty line", "- one\n\n- two"],
  ["a tag right behind a list", "<A>\n- one\n</A>"],
  ["a block of code in a list", "1. ```\n"],
  ["a block of code in a quotation", "> ```\n"],
  ["an address for a reference", "[a]\n\n[a]: /b"],
  ["a block of code, which may end far below", "```\n\n<A />\n```"],
  ["a tab, whose width is the parser's business", "\twords"],
])("leaves to the parser %s", (_, body) => {
  expect(withoutParser(body)).toBeNull();
});
