/** What a path asks after the one step that is next: in the seven days from today on, and in all. */
import type { GoalUnderWay } from "./goal-review";

/** A goal of one's own that is being tried, as home shows it. */
export interface ShownGoal extends Pick<
  GoalUnderWay,
  "id" | "lessonId" | "when" | "will" | "askedOn"
> {
  /** The title of the lesson it belongs to; null where that is no longer in use. */
  readonly lesson: string | null;
}

export interface WeekStep {
  readonly done: boolean;
  readonly next: boolean;
  readonly available: boolean;
  readonly minutes: number;
  /** Days until the due date; negative once it has passed. */
  readonly dueInDays: number;
}

export interface StepsAhead {
  readonly count: number;
  /** All of them together. */
  readonly minutes: number;
}

const daysAWeek = 7;

/** All that is still to be done after the next one. */
export function stepsAhead(steps: readonly WeekStep[]): StepsAhead {
  const ahead = steps.filter(({ done, next, available }) => !done && !next && available);
  return { count: ahead.length, minutes: ahead.reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** Those of them that are due within the week; what is late already is not counted. */
export function stepsThisWeek(steps: readonly WeekStep[]): StepsAhead {
  return stepsAhead(steps.filter(({ dueInDays }) => dueInDays >= 0 && dueInDays < daysAWeek));
}
