/** Where a person is in a course or on a path, and the one step that is next. */
import { addDays, daysBetween, type CivilDate } from "~/core/calendar/civil-date";
import { completionKey } from "~/core/completion/record";
import type { Course, Path, Step } from "~/core/course/definition";

/** Keys of what the person has completed: see `completionKey`. */
export type Completed = ReadonlySet<string>;

export interface StepProgress {
  readonly kind: "lesson" | "scenario";
  readonly slug: string;
  readonly done: boolean;
  /** The first step, in the order of the list, that is not done. */
  readonly next: boolean;
}

export interface DatedStep extends StepProgress {
  readonly due: CivilDate;
  /** Days until the due date; negative once it has passed. */
  readonly dueInDays: number;
  /** Days past the due date; 0 where it is done, or due today or later. */
  readonly overdueDays: number;
}

export interface Progress<One extends StepProgress> {
  readonly steps: readonly One[];
  readonly next: One | null;
  readonly done: number;
  /** Every step is done, or it was on record before a step was added: nothing un-completes anyone. */
  readonly complete: boolean;
}

export interface PathProgress extends Progress<DatedStep> {
  /** Days until the start date; 0 from that day on. */
  readonly startsInDays: number;
}

/** The slug of a step: a lesson's id or a scenario's slug. */
export function stepSlug(step: Step): string {
  return step.kind === "lesson" ? step.lesson : step.scenario;
}

function locate(steps: readonly Step[], completed: Completed): StepProgress[] {
  const done = steps.map((step) => completed.has(completionKey(step.kind, stepSlug(step))));
  const next = done.indexOf(false);
  return steps.map((step, index) => ({
    kind: step.kind,
    slug: stepSlug(step),
    done: done[index] ?? false,
    next: index === next,
  }));
}

function sum<One extends StepProgress>(steps: readonly One[], onRecord: boolean): Progress<One> {
  const done = steps.filter((step) => step.done).length;
  return {
    steps,
    next: steps.find((step) => step.next) ?? null,
    done,
    complete: onRecord || (steps.length > 0 && done === steps.length),
  };
}

export function courseProgress(
  course: Pick<Course, "slug" | "steps">,
  completed: Completed,
): Progress<StepProgress> {
  const onRecord = completed.has(completionKey("course", course.slug));
  return sum(locate(course.steps, completed), onRecord);
}

interface PathFacts {
  readonly startDate: CivilDate;
  readonly today: CivilDate;
  readonly completed: Completed;
  /** By when a step is due that is asked for anew; null where it is not. */
  readonly dueAnew?: (key: string) => CivilDate | null;
}

export function pathProgress(
  path: Pick<Path, "slug" | "steps">,
  { startDate, today, completed, dueAnew }: PathFacts,
): PathProgress {
  const startsIn = daysBetween(today, startDate);
  const located = locate(path.steps, completed).map((step, index): DatedStep => {
    const first = addDays(startDate, path.steps[index]?.dueAfterDays ?? 0);
    const anew = dueAnew?.(completionKey(step.kind, step.slug)) ?? first;
    const due = anew > first ? anew : first;
    const dueInDays = daysBetween(today, due);
    return { ...step, due, dueInDays, overdueDays: step.done ? 0 : Math.max(0, -dueInDays) };
  });
  const onRecord = completed.has(completionKey("path", path.slug));
  return { ...sum(located, onRecord), startsInDays: Math.max(0, startsIn) };
}

/** The path to follow now: the first of the assigned that is not complete, or else the last. */
export function pathToFollow<One extends { readonly progress: PathProgress }>(
  assigned: readonly One[],
): One | null {
  return assigned.find(({ progress }) => !progress.complete) ?? assigned.at(-1) ?? null;
}
