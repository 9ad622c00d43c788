import { expect, test } from "vitest";
import { libraryGroups, type LibraryItem, type LibraryStanding } from "./library";
import { fc } from "tests/setup/properties";

function item(slug: string, standing: LibraryStanding = "new"): LibraryItem {
  return { slug, title: slug, standing };
}

function shown(items: readonly LibraryItem[], ahead: readonly string[] = []) {
  return libraryGroups(items, ahead).map(({ id, items: some }) => [
    id,
    ...some.map(({ slug }) => slug),
  ]);
}

test("what is begun stands first, then the path in its order, then the others, then what is done", () => {
  const items = [
    item("a", "passed"),
    item("b", "practised"),
    item("c", "tried"),
    item("d"),
    item("e", "begun"),
    item("f"),
  ];
  expect(shown(items, ["d", "c"])).toEqual([
    ["begun", "e"],
    ["path", "d", "c"],
    ["others", "b", "f"],
    ["passed", "a"],
  ]);
});

test("a role-play of the path that is under way or passed stands there and not on the path", () => {
  expect(shown([item("a", "begun"), item("b", "passed")], ["a", "b"])).toEqual([
    ["begun", "a"],
    ["passed", "b"],
  ]);
});

test("every role-play stands in one group, and no group is empty", () => {
  const slugs = fc.constantFrom("a", "b", "c", "d", "e", "f", "g");
  const standings = fc.constantFrom<LibraryStanding>(
    ...(["new", "begun", "practised", "tried", "passed"] as const),
  );
  const items = fc.uniqueArray(
    fc.tuple(slugs, standings).map(([slug, standing]) => item(slug, standing)),
    { selector: ({ slug }) => slug },
  );
  fc.assert(
    fc.property(items, fc.uniqueArray(slugs), (all, ahead) => {
      const groups = libraryGroups(all, ahead);
      const listed = groups.flatMap(({ items: some }) => some.map(({ slug }) => slug));
      expect(listed.toSorted()).toEqual(all.map(({ slug }) => slug).toSorted());
      expect(groups.every(({ items: some }) => some.length > 0)).toBe(true);
    }),
  );
});
