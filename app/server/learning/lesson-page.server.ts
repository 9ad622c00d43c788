/** Everything on the page of a lesson, from the content in memory and one query. */
import { behaviourNames } from "~/core/behaviour/behaviour";
import type { Course, Lesson } from "~/core/course/definition";
import { stepSlug } from "~/core/course/progress";
import { paths } from "~/paths";
import type { Catalogue, Published } from "~/server/content/catalogue.server";
import { lessonParts, lessonStanding } from "~/server/learning/lesson-view.server";
import type { LessonState } from "~/server/learning/lesson-state.server";
import { onwards } from "~/server/learning/onwards.server";
import { showStep } from "~/server/learning/steps.server";

interface Reader {
  readonly id: string;
  readonly timeZone: string;
}

function link(content: Catalogue, step: Course["steps"][number] | undefined) {
  if (step === undefined) return null;
  const slug = stepSlug(step);
  const shown = showStep(content, { kind: step.kind, slug, done: false, next: false });
  if (!shown.available) return null;
  const to = step.kind === "lesson" ? paths.lesson(slug) : paths.scenario(slug);
  return { label: shown.title, to };
}

/** Where the lesson is in its course, and what stands before and after it. */
function placeOf(content: Catalogue, { id, course: slug, scenarios }: Lesson) {
  const course = content.course(slug)?.definition;
  const steps = course?.steps ?? [];
  const lessons = steps.filter((step) => step.kind === "lesson");
  const index = steps.findIndex((step) => stepSlug(step) === id && step.kind === "lesson");
  const number = lessons.findIndex((step) => stepSlug(step) === id) + 1;
  const after = index < 0 ? undefined : steps[index + 1];
  // The lesson's own card leads there.
  const invited = after?.kind === "scenario" && scenarios.includes(stepSlug(after));
  return {
    course: course === undefined ? null : { title: course.title, to: paths.course(slug) },
    place: number === 0 ? null : `Lesson ${number} of ${lessons.length}`,
    previous: link(content, steps[index - 1]),
    next: invited ? null : link(content, after),
  };
}

export function lessonPage(
  content: Catalogue,
  published: Published<Lesson>,
  state: LessonState,
  reader: { readonly now: Date } & Reader,
  talk: string | null = null,
) {
  const lesson = published.definition;
  const standing = lessonStanding(lesson, state);
  const place = placeOf(content, lesson);
  const done = { kind: "lesson", slug: lesson.id } as const;
  const way = standing.complete ? onwards(content, state, reader, done) : null;
  return {
    title: lesson.title,
    summary: lesson.summary,
    minutes: lesson.minutes,
    behaviours: behaviourNames(content.vocabulary, lesson.behaviours),
    ...place,
    // Told once: where the lesson's end names the next step, the pager names no other.
    next: (way?.next ?? null) === null ? place.next : null,
    ...standing,
    promptIds: [
      ...lesson.reflections.map(({ id }) => `reflection-${id}`),
      ...(lesson.ratings ?? []).map(({ id }) => `rating-${id}`),
    ],
    onwards: way ?? { next: null, course: null },
    state: lessonParts(content, published, state, { readerId: reader.id, talk }),
  };
}
