import { expect, test } from "vitest";
import { byName } from "./by-name";

test("names are in a reader's order, whatever their case and accents", () => {
  const names = ["Zoe", "de Vries", "Øystein", "Émile", "Dana", "Paul", "Frank"];
  const sorted = names.map((name) => ({ name })).sort(byName);
  expect(sorted.map(({ name }) => name)).toEqual([
    ...["Dana", "de Vries", "Émile", "Frank", "Øystein", "Paul", "Zoe"],
  ]);
});
