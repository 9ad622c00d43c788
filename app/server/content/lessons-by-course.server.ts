/** The studio's lessons under their courses, as learners meet both. */
import type { Catalogue } from "~/server/content/catalogue.server";
import type { StudioPiece } from "~/server/content/studio.server";

interface CourseLessons {
  readonly slug: string;
  readonly title: string;
  readonly lessons: readonly StudioPiece[];
}

const courseOf = ({ slug }: StudioPiece) => slug.slice(0, slug.indexOf("/"));

/**
 * Courses in their own order, those that are not good yet after them. Lessons keep the order of
 * their files: the number of its folder is a lesson's place in its course.
 */
export function lessonsByCourse(
  pieces: readonly StudioPiece[],
  { courses }: Pick<Catalogue, "courses">,
): readonly CourseLessons[] {
  const lessons = pieces.filter(({ kind }) => kind === "lesson");
  const titles = new Map(
    pieces.flatMap(({ kind, slug, title }) => (kind === "course" ? [[slug, title] as const] : [])),
  );
  const known = courses.map(({ definition }) => definition.slug);
  return [...new Set([...known, ...lessons.map(courseOf)])]
    .map((slug) => ({
      slug,
      title: titles.get(slug) ?? slug,
      lessons: lessons.filter((lesson) => courseOf(lesson) === slug),
    }))
    .filter((course) => course.lessons.length > 0);
}
