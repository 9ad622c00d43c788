import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CourseCard } from "~/components/course/course-card";
import { PageHeader } from "~/components/shell/page-header";
import { EmptyState } from "~/components/ui/empty-state";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { readLearnerState } from "~/server/learning/learner-state.server";
import { courseOf } from "~/server/learning/progress.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "Courses · Rapport" }];

export const loader = guarded("course.read", async ({ person }) => {
  const content = catalogue();
  const state = await readLearnerState(db(), person.id);
  const courses = content.courses.flatMap(({ definition }) => {
    const course = courseOf(content, definition.slug, state);
    return course === null ? [] : [course];
  });
  return json({ courses });
});

export default function Courses() {
  const { courses } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Courses"
        lead="Short lessons, each with a moment to try it out. All of them are open to you."
      />
      {courses.length === 0 ? (
        <EmptyState icon="book" title="There are no courses yet">
          As soon as a trainer publishes one, it is here.
        </EmptyState>
      ) : (
        <ul className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
          {courses.map((course) => (
            <CourseCard key={course.slug} course={course} />
          ))}
        </ul>
      )}
    </>
  );
}
