/** What the form for a record by hand offers to pick from. */
import type { Viewer } from "~/core/access/policy";
import { scopeOf } from "~/core/access/scope";
import { byName } from "~/core/prose/by-name";
import { byTitle } from "~/core/prose/by-title";
import type { CompletionKind } from "~/core/completion/rule";
import type { Catalogue, Published } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceGroup {
  readonly label: string;
  readonly options: readonly Choice[];
}

interface Titled {
  readonly slug: string;
  readonly title: string;
}

function choice(kind: CompletionKind, slug: string, title: string): Choice {
  return { value: `${kind}:${slug}`, label: title };
}

function choices(kind: CompletionKind, all: readonly Published<Titled>[]): readonly Choice[] {
  return all.map(({ definition: { slug, title } }) => choice(kind, slug, title));
}

/** In the order of their courses; those of a course that is not in use come last. */
function lessonGroups(content: Catalogue): readonly ChoiceGroup[] {
  const groups = new Map<string, Choice[]>();
  for (const { definition } of content.lessons) {
    const course = content.course(definition.course)?.definition.title;
    const label = course === undefined ? "Other lessons" : `Lessons of “${course}”`;
    const group = groups.get(label) ?? [];
    groups.set(label, [...group, choice("lesson", definition.id, definition.title)]);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}

/** Everything on offer: courses, then their lessons in their order, role-plays and paths by title. */
export function recordable(content: Catalogue): readonly ChoiceGroup[] {
  const sorted = <One extends Titled>(all: readonly Published<One>[]) =>
    all.toSorted((one, other) => byTitle(one.definition, other.definition));
  return [
    { label: "Courses", options: choices("course", content.courses) },
    ...lessonGroups(content),
    { label: "Role-plays", options: choices("scenario", sorted(content.scenarios)) },
    { label: "Paths", options: choices("path", sorted(content.paths)) },
  ].filter(({ options }) => options.length > 0);
}

/** More than this nobody picks from a list; an address can always be typed. */
const mostPeople = 500;

/** Whose record the viewer may keep, by name; nobody where they are too many for a list. */
export async function peopleToRecord(
  database: Database,
  viewer: Viewer,
): Promise<readonly { readonly name: string; readonly email: string }[]> {
  const scope = scopeOf(viewer, "progress");
  if (scope.of === "nobody") return [];
  const people = await database.person.findMany({
    where: {
      ...(scope.of === "managed" ? { managerId: scope.managerId } : {}),
      deactivatedAt: null,
      id: { not: viewer.id },
    },
    orderBy: { id: "asc" },
    take: mostPeople + 1,
    select: { name: true, email: true },
  });
  return people.length > mostPeople ? [] : people.sort(byName);
}
