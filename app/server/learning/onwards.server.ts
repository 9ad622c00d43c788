/** Where a person goes on from a step that they have completed. */
import type { Catalogue } from "~/server/content/catalogue.server";
import type { LearnerState } from "~/server/learning/learner-state.server";
import { courseOf, pathOf, type ShownCourse } from "~/server/learning/progress.server";
import type { ShownStep } from "~/server/learning/steps.server";

interface CompletedStep {
  readonly kind: "lesson" | "scenario";
  readonly slug: string;
}

export interface Onwards {
  /** The one next step; null where nothing is left to do. */
  readonly next: ShownStep | null;
  readonly course: {
    readonly slug: string;
    readonly title: string;
    readonly complete: boolean;
    /** Where the course goes on, if that is not what comes next anyway. */
    readonly next: ShownStep | null;
  } | null;
}

function holds({ kind, slug }: CompletedStep) {
  return (step: CompletedStep) => step.kind === kind && step.slug === slug;
}

/** A course with the step in it: one that is still to be completed goes first. */
function courseAround(
  content: Catalogue,
  state: LearnerState,
  done: CompletedStep,
): ShownCourse | null {
  const around = content.courses.flatMap(({ definition }) => {
    const course = courseOf(content, definition.slug, state);
    return course?.steps.some(holds(done)) === true ? [course] : [];
  });
  return around.find(({ complete }) => !complete) ?? around[0] ?? null;
}

/** The path goes first where the step is part of it, or else its course. */
export function onwards(
  content: Catalogue,
  state: LearnerState,
  reader: { readonly now: Date; readonly timeZone: string },
  done: CompletedStep,
): Onwards {
  const path = pathOf(content, state, reader);
  const course = courseAround(content, state, done);
  const inPath = path?.steps.some(holds(done)) === true;
  const ofPath = path?.next ?? null;
  const ofCourse = course?.next ?? null;
  const next = inPath ? (ofPath ?? ofCourse) : (ofCourse ?? ofPath);
  if (course === null) return { next, course };
  const { slug, title, complete } = course;
  const aside = complete || ofCourse === null || (next !== null && holds(next)(ofCourse));
  return { next, course: { slug, title, complete, next: aside ? null : ofCourse } };
}
