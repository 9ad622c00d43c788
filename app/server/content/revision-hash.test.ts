import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { canonicalJson, revisionHash, type Json, type RevisionParts } from "./revision-hash.server";

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

/** The same value with the keys of every object in another order. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  );
}

const parts = fc.record<RevisionParts>({
  kind: fc.constantFrom("lesson", "scenario", "course", "path", "behaviours"),
  slug: fc.string(),
  source: fc.string(),
  assets: fc.dictionary(fc.string(), fc.string()),
  steps: fc.constant(null),
});

test("the order in which keys were written makes no difference", () => {
  fc.assert(fc.property(json, (value) => canonicalJson(value) === canonicalJson(turned(value))));
});

test("canonical JSON is JSON of the same value", () => {
  fc.assert(
    fc.property(json, (value) => {
      // −0 has no JSON of its own.
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("line ends as LF, CRLF or CR are the same revision", () => {
  const lines = fc.array(fc.string().map((line) => line.replace(/[\r\n]/g, "")));
  fc.assert(
    fc.property(parts, lines, (revision, text) => {
      const [first, ...others] = ["\n", "\r\n", "\r"].map((end) =>
        revisionHash({ ...revision, source: text.join(end) }),
      );
      expect(others).toEqual([first, first]);
    }),
  );
});

test("two revisions have one name only where everything about them is the same", () => {
  const same = (one: RevisionParts, other: RevisionParts) =>
    canonicalJson({ ...one, steps: null }) === canonicalJson({ ...other, steps: null });
  const plain = parts.filter(({ source }) => !source.includes("\r"));
  fc.assert(
    fc.property(plain, plain, (one, other) => {
      expect(revisionHash(one) === revisionHash(other)).toBe(same(one, other));
    }),
  );
});

test("a name once given stays: the hash of a known revision", () => {
  expect(
    revisionHash({
      kind: "lesson",
      slug: "empathy/before-you-fix",
      source: "---\r\ntitle: T\r\n---\r\n",
      assets: { "b.svg": "02", "a.svg": "01" },
      steps: null,
    }),
  ).toMatchInlineSnapshot(`"3be03b9829777ea1f3fa6c64fb07ebbb50ffd0e42ee1fb2cf724648961123b9d"`);
});
