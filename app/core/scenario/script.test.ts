import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { plainText, type DrawnWords, type InlineOf, type Script } from "~/core/prose/prose";
import { filledIn, printedVariables } from "./script";

const drawn: DrawnWords = {
  kind: "drawn",
  variable: "item",
  words: { bag: "a bag", pram: "a grey pram" },
};
const inline = fc.letrec<{ inline: InlineOf<DrawnWords> }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 2 },
    fc.record({ kind: fc.constant("text" as const), text: fc.string() }),
    fc.constant(drawn),
    fc.record({
      kind: fc.constantFrom("emphasis" as const, "strong" as const),
      children: fc.array(tie("inline"), { maxLength: 3 }),
    }),
  ),
})).inline;
const paragraph = fc.record({
  kind: fc.constant("paragraph" as const),
  children: fc.array(inline, { maxLength: 4 }),
});
const script: fc.Arbitrary<Script> = fc.array(
  fc.oneof(
    paragraph,
    fc.record({ kind: fc.constant("quote" as const), children: fc.array(paragraph) }),
    fc.record({
      kind: fc.constant("list" as const),
      ordered: fc.boolean(),
      items: fc.array(fc.array(paragraph, { maxLength: 2 }), { maxLength: 2 }),
    }),
  ),
  { maxLength: 3 },
);

test("whatever stands around it, what is drawn is printed and nothing else changes", () => {
  fc.assert(
    fc.property(script, (written) => {
      const said = filledIn(written, { item: "pram" });
      expect(JSON.stringify(said)).not.toContain('"drawn"');
      // Of what is drawn, plain text has the longest: here that is what was drawn.
      expect(plainText(said)).toBe(plainText(written));
    }),
  );
});

test("words in which nothing is drawn stay the very object", () => {
  const plain: Script = [{ kind: "paragraph", children: [{ kind: "text", text: "Hello." }] }];
  expect(filledIn(plain, {})).toBe(plain);
});

test("a value that has no words prints nothing, and no property of an object", () => {
  const written: Script = [{ kind: "paragraph", children: [drawn] }];
  expect(plainText(filledIn(written, { item: "constructor" }))).toBe("");
  expect(plainText(filledIn(written, {}))).toBe("");
  expect([...printedVariables({ deep: [{ written }] })]).toEqual(["item"]);
});
