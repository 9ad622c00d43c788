/** Where a person is: their path, and every course. */
import { behaviourNames } from "~/core/behaviour/behaviour";
import { civilDateAt, type CivilDate } from "~/core/calendar/civil-date";
import { dueAnew } from "~/core/completion/demand";
import { completionKey } from "~/core/completion/record";
import { courseProgress, pathProgress, pathToFollow, type DatedStep } from "~/core/course/progress";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { LearnerState } from "~/server/learning/learner-state.server";
import { nextOf, showStep, type ShownStep } from "~/server/learning/steps.server";

interface ShownPath {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly startDate: CivilDate;
  readonly startsInDays: number;
  readonly steps: readonly ShownStep<DatedStep>[];
  readonly next: ShownStep<DatedStep> | null;
  readonly done: number;
  readonly complete: boolean;
}

export interface ShownCourse {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly behaviours: readonly string[];
  readonly steps: readonly ShownStep[];
  readonly next: ShownStep | null;
  readonly done: number;
  readonly complete: boolean;
  /** Complete because somebody recorded so, whatever of its steps is done here. */
  readonly byHand: boolean;
}

/** The path that the person is to follow today; null where none is assigned or in use. */
export function pathOf(
  content: Catalogue,
  { completed, assigned, reopened }: LearnerState,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): ShownPath | null {
  const today = civilDateAt(now, timeZone);
  const followed = pathToFollow(
    assigned.flatMap(({ pathSlug, startDate }) => {
      const path = content.path(pathSlug)?.definition;
      if (path === undefined) return [];
      const facts = { startDate, today, completed, dueAnew: dueAnew(reopened, timeZone) };
      return [{ path, startDate, progress: pathProgress(path, facts) }];
    }),
  );
  if (followed === null) return null;
  const { path, startDate, progress } = followed;
  const steps = progress.steps.map((step) => showStep(content, step));
  return {
    slug: path.slug,
    title: path.title,
    summary: path.summary,
    startDate,
    startsInDays: progress.startsInDays,
    steps,
    next: nextOf(content, progress.steps),
    done: progress.done,
    complete: progress.complete,
  };
}

/** A course with its steps; null where none of that name is in use. */
export function courseOf(
  content: Catalogue,
  slug: string,
  { completed, byHand }: Pick<LearnerState, "completed" | "byHand">,
): ShownCourse | null {
  const course = content.course(slug)?.definition;
  if (course === undefined) return null;
  const progress = courseProgress(course, completed);
  const steps = progress.steps.map((step) => showStep(content, step));
  return {
    slug,
    title: course.title,
    summary: course.summary,
    behaviours: behaviourNames(content.vocabulary, course.behaviours),
    steps,
    next: nextOf(content, progress.steps),
    done: progress.done,
    complete: progress.complete,
    byHand:
      progress.complete && progress.next !== null && byHand.has(completionKey("course", slug)),
  };
}
