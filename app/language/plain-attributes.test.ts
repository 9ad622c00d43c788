import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { VFileMessage } from "vfile-message";
import { describe, expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { treeAsWritten, treeOf } from "./mdx-tree";
import { withoutPlainAttributes } from "./plain-attributes";

/** The tree, or what the parser says is wrong. */
function outcome(parse: (body: string) => unknown, body: string): unknown {
  try {
    return parse(body);
  } catch (problem) {
    if (problem instanceof VFileMessage) return { reason: problem.reason, place: problem.place };
    return { thrown: String(problem) };
  }
}

const shipped = readdirSync("content", { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".mdx"),
);

/** Bits of text among which most of what surrounds a tag can come about: code, links, labels, titles, quotations. */
const bits = [
  '<Line by="rosa" mood="worried">',
  '<Line by="a > b">',
  "</Line>",
  '<Drawn name="sign" />',
  '<Choice id="x" to="y"/>',
  '<X v="`"/>',
  '<X v="]: /u"/>',
  '<X v=") c"/>',
  '<X v="}"/>',
  '<X v="',
  "<X v='",
  '"',
  "'",
  " />",
  ">",
  "/",
  "`",
  "```\n",
  "~~~",
  "[",
  "]",
  "(",
  ")",
  "](",
  "]: ",
  "/u ",
  "{",
  "}",
  "{/*",
  "*/}",
  "*",
  "_",
  "\\",
  "&amp;",
  "&",
  "#",
  "- ",
  "> ",
  "1. ",
  "  ",
  "\n",
  "\n\n",
  "\t",
  "word",
  "=",
  "!",
  "ä😀",
];

describe("a text without its plain attributes", () => {
  test.each(shipped)("gives the tree of the text itself, as in %s", (file) => {
    const body = readFileSync(join("content", file), "utf8").replace(/^---\n[\s\S]*?\n---\n/, "");
    expect(treeOf(body)).toStrictEqual(treeAsWritten(body));
  });

  test("gives the tree of the text itself, and the same complaint, whatever stands around the tags", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 24 }), (parts) => {
        const body = parts.join("");
        expect(outcome(treeOf, body)).toStrictEqual(outcome(treeAsWritten, body));
      }),
      { numRuns: 3000 },
    );
  });

  test("has a space in the place of every letter that was taken out", () => {
    const body = 'So <Line by="rosa" mood="worried">now <Drawn name="sign" /></Line>';
    const { text, taken } = withoutPlainAttributes(body);
    expect(text).toBe("So <Line                         >now <Drawn             /></Line>");
    expect(text).toHaveLength(body.length);
    expect([...taken.keys()]).toEqual([body.indexOf("<Line"), body.indexOf("<Drawn")]);
  });

  test.each([
    ["in a block of code", '```\n<Line by="rosa">\n```'],
    ["between backticks", 'Write `<Line by="rosa">` so.'],
    ["in a note", '{/* <Line by="rosa"> */}'],
    ["in the title of a link", '[a](b "<Line by=") c" />'],
    ["that code ends in", 'a ` b <Line by="`"/> c'],
    ["that a label ends in", '[a <Line by="]: /b"/>'],
    ["that is the words of a link without it", '[<Line by="a"/>]\n\n[<Line />]: /b'],
  ])("leaves a tag alone %s", (_, body) => {
    expect(outcome(treeOf, body)).toStrictEqual(outcome(treeAsWritten, body));
  });
});
