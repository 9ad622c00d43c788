import { countInWords } from "~/core/prose/in-words";
import type { LibraryGroup } from "~/core/scenario/library";
import { underWay } from "~/core/scenario/outcome-words";
import { LibraryEntry, type LibraryEntryProps } from "./library-entry";

type ShownItem = LibraryEntryProps & { readonly slug: string };

const titles: Readonly<Record<LibraryGroup<ShownItem>["id"], string>> = {
  begun: underWay,
  path: "Next on your path",
  others: "More to practise",
  passed: "Complete",
};

/** The whole library; what a group's title says is not said again beside each of its role-plays. */
export function Library({ groups }: { readonly groups: readonly LibraryGroup<ShownItem>[] }) {
  return (
    <div className="space-y-10">
      {groups.map(({ id, items }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id} className="mb-3 text-xl">
            {titles[id]}
          </h2>
          <ul className={id === "begun" ? "library" : "library library-brief"}>
            {items.map(({ slug, standing, ...item }) => (
              <LibraryEntry
                key={slug}
                {...item}
                standing={standing === "begun" || standing === "passed" ? "new" : standing}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** More are looked through by their titles. */
const few = 6;

interface NarrowedLibraryProps {
  readonly items: readonly ShownItem[];
  /** Names of what the library is narrowed to; null where it is not narrowed by this. */
  readonly behaviour: string | null;
  readonly course: string | null;
}

/** What the library is narrowed to. */
export function NarrowedLibrary({ items, behaviour, course }: NarrowedLibraryProps) {
  const found = countInWords(items.length, "role-play");
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="text-xl">
        {[behaviour, course].filter((name) => name !== null).join(", ")}
      </h2>
      <p role="status" className="mt-1 mb-3 text-sm text-ink-soft">
        {items.length === 0
          ? "No role-play of this course asks for it."
          : behaviour === null || items.length === 1
            ? `${found}.`
            : `${found}. Those that ask for it most come first.`}
      </p>
      <ul className={items.length > few ? "library library-brief" : "library"}>
        {items.map(({ slug, ...item }) => (
          <LibraryEntry key={slug} {...item} />
        ))}
      </ul>
    </section>
  );
}
