/** The library of role-plays as one person meets it: what waits for them first, what is done last. */
import { byTitle } from "../prose/by-title";

/** How far somebody has come with a role-play; `tried` is an official run that did not pass. */
export type LibraryStanding = "new" | "begun" | "practised" | "tried" | "passed";

export interface LibraryItem {
  readonly slug: string;
  readonly title: string;
  readonly standing: LibraryStanding;
}

export interface LibraryGroup<Item> {
  readonly id: "begun" | "path" | "others" | "passed";
  /** Never empty. */
  readonly items: readonly Item[];
}

/**
 * Every role-play in one group: begun; to be done on the path, in its order; neither; passed. `ahead`
 * are the slugs of those that the path still asks for.
 */
export function libraryGroups<Item extends LibraryItem>(
  items: readonly Item[],
  ahead: readonly string[],
): readonly LibraryGroup<Item>[] {
  const of = (id: LibraryGroup<Item>["id"]) =>
    items.filter((item) => groupOf(item, ahead) === id).toSorted(byTitle);
  const inOrder = (one: Item, other: Item) => ahead.indexOf(one.slug) - ahead.indexOf(other.slug);
  const groups: readonly LibraryGroup<Item>[] = [
    { id: "begun", items: of("begun") },
    { id: "path", items: of("path").toSorted(inOrder) },
    { id: "others", items: of("others") },
    { id: "passed", items: of("passed") },
  ];
  return groups.filter(({ items: some }) => some.length > 0);
}

function groupOf(
  { slug, standing }: LibraryItem,
  ahead: readonly string[],
): LibraryGroup<LibraryItem>["id"] {
  if (standing === "begun" || standing === "passed") return standing;
  return ahead.includes(slug) ? "path" : "others";
}
