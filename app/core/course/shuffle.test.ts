import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { nameOfWords, shuffled } from "~/core/course/shuffle";

const items = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `s${String(at)}` }));

test("whatever the seed, all items are there and never in the order given", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.string(), (count, seed) => {
      const given = items(count);
      const drawn = shuffled(given, seed);
      expect([...drawn].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(given);
      expect(drawn).not.toEqual(given);
      expect(shuffled(given, seed)).toEqual(drawn);
    }),
  );
});

test("different readers meet different orders, and every item comes first for some of them", () => {
  const orders = Array.from({ length: 300 }, (_, reader) => shuffled(items(5), `reader-${reader}`));
  expect(new Set(orders.map((order) => order.map(({ id }) => id).join())).size).toBeGreaterThan(60);
  const first = items(5).map(({ id }) => orders.filter((order) => order[0]?.id === id).length);
  expect(Math.min(...first)).toBeGreaterThan(30);
});

test("a name made of words is the same for the same words and another for others", () => {
  expect(nameOfWords("Say it back.")).toBe(nameOfWords("Say it back."));
  expect(nameOfWords("Say it back.")).not.toBe(nameOfWords("Say it back"));
  expect(nameOfWords("Say it back.")).toMatch(/^p[0-9a-z]+$/);
});
