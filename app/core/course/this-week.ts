/** What a path asks: in the seven days from today on, and in all after the one step that is next. */
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

function toDo(steps: readonly WeekStep[]): StepsAhead {
  const open = steps.filter(({ done, available }) => !done && available);
  return { count: open.length, minutes: open.reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** All that is still to be done after the next one. */
export function stepsAhead(steps: readonly WeekStep[]): StepsAhead {
  return toDo(steps.filter(({ next }) => !next));
}

/** What is due within the week, the next one too; what is late already is not counted. */
export function stepsThisWeek(steps: readonly WeekStep[]): StepsAhead {
  return toDo(steps.filter(({ dueInDays }) => dueInDays >= 0 && dueInDays < daysAWeek));
}
