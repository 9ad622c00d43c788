import type { Course, Lesson, Path } from "~/core/course/definition";
import type { Scenario } from "~/core/scenario/definition";
import type { Catalogue, Published } from "~/server/content/catalogue.server";

interface Content {
  readonly lessons?: readonly Lesson[];
  readonly scenarios?: readonly Scenario[];
  readonly courses?: readonly Course[];
  readonly paths?: readonly Path[];
}

function published<Definition>(name: string, definition: Definition): Published<Definition> {
  return { revision: `revision-of-${name}`, definition };
}

/** A catalogue of these and nothing else; a revision is named `revision-of-<slug>`. */
export function aCatalogue(content: Content = {}): Catalogue {
  const lessons = (content.lessons ?? []).map((one) => published(one.id, one));
  const scenarios = (content.scenarios ?? []).map((one) => published(one.slug, one));
  const courses = (content.courses ?? []).map((one) => published(one.slug, one));
  const paths = (content.paths ?? []).map((one) => published(one.slug, one));
  const bySlug =
    <One extends { readonly slug: string }>(all: readonly Published<One>[]) =>
    (slug: string) =>
      all.find(({ definition }) => definition.slug === slug) ?? null;
  return {
    vocabulary: [],
    lessons,
    scenarios,
    courses,
    paths,
    lesson: (id) => lessons.find(({ definition }) => definition.id === id) ?? null,
    scenario: bySlug(scenarios),
    course: bySlug(courses),
    path: bySlug(paths),
  };
}
