/**
 * A goal comes back: a week after it was saved its owner is asked how it went. Days are civil days
 * where the person is. One goal at a time, one answer a day, and nobody is chased: a goal that was
 * not asked about for weeks rests.
 */
import { addDays, civilDateAt, type CivilDate } from "~/core/calendar/civil-date";

export const goalOutcomes = ["did", "tried", "not-yet"] as const;
export type GoalOutcome = (typeof goalOutcomes)[number];

export function isGoalOutcome(text: unknown): text is GoalOutcome {
  return goalOutcomes.some((outcome) => outcome === text);
}

export interface KeptGoal {
  readonly id: string;
  readonly lessonId: string;
  readonly when: string;
  readonly will: string;
  readonly at: Date;
}

export interface KeptReview {
  readonly goalId: string;
  readonly outcome: GoalOutcome;
  readonly at: Date;
}

/** What home asks, in the learner's own words. */
export interface AskedGoal {
  readonly goalId: string;
  /** The title of the lesson it belongs to; null where that is no longer in use. */
  readonly lesson: string | null;
  readonly when: string;
  readonly will: string;
  /** What was answered today; null where it is still open. */
  readonly answered: GoalOutcome | null;
}

/** A goal with how it went, as it stands on one's own record. */
export interface OwnGoal {
  readonly id: string;
  readonly lessonId: string;
  /** The title of its lesson; null where that is no longer in use. */
  readonly lesson: string | null;
  readonly when: string;
  readonly will: string;
  /** ISO instant. */
  readonly at: string;
  readonly reviews: readonly { readonly outcome: GoalOutcome; readonly at: string }[];
}

/** Days from saving a goal, or from "not yet", to being asked. */
const daysToWait = 7;
/** Days for which it is asked; after that the week it was for is too long ago. */
const daysToAsk = 28;
/** "Not yet" brings a goal back; this often it is asked about at most. */
const mostAskings = 3;

export interface GoalQuestion {
  readonly goal: KeptGoal;
  /** Answered today: nothing more is asked before tomorrow. Null where it is still to be answered. */
  readonly answered: GoalOutcome | null;
}

/** The latest goal of each lesson, oldest first: a goal that was changed is asked about as it is now. */
export function presentGoals(goals: readonly KeptGoal[]): readonly KeptGoal[] {
  const latest = new Map<string, KeptGoal>();
  for (const goal of inTime(goals)) latest.set(goal.lessonId, goal);
  return inTime([...latest.values()]);
}

function inTime<One extends { readonly at: Date }>(all: readonly One[]): readonly One[] {
  return [...all].sort((a, b) => a.at.getTime() - b.at.getTime());
}

interface Asking {
  readonly today: CivilDate;
  readonly timeZone: string;
}

/** From which day on a goal is asked about; null where it is not any more. */
function dueDay(goal: KeptGoal, reviews: readonly KeptReview[], timeZone: string) {
  const own = reviews.filter(({ goalId }) => goalId === goal.id);
  const last = own.at(-1);
  if (last !== undefined && last.outcome !== "not-yet") return null;
  const days = new Set(own.map(({ at }) => civilDateAt(at, timeZone)));
  if (days.size >= mostAskings) return null;
  return addDays(civilDateAt(last?.at ?? goal.at, timeZone), daysToWait);
}

function isDue(goal: KeptGoal, reviews: readonly KeptReview[], { today, timeZone }: Asking) {
  const due = dueDay(goal, reviews, timeZone);
  return due !== null && due <= today && today < addDays(due, daysToAsk);
}

/** A goal that somebody is trying now, and the day on which it comes back. */
export interface GoalUnderWay extends KeptGoal {
  readonly askedOn: CivilDate;
}

/** The goals whose week has not passed yet, the latest first. */
export function goalsUnderWay(
  goals: readonly KeptGoal[],
  reviewed: readonly KeptReview[],
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): readonly GoalUnderWay[] {
  const today = civilDateAt(now, timeZone);
  const reviews = inTime(reviewed);
  return presentGoals(goals)
    .toReversed()
    .flatMap((goal) => {
      const askedOn = dueDay(goal, reviews, timeZone);
      return askedOn !== null && askedOn > today ? [{ ...goal, askedOn }] : [];
    });
}

/** What to ask today, or what was answered today; null where there is nothing to ask. */
export function goalToReview(
  goals: readonly KeptGoal[],
  reviewed: readonly KeptReview[],
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): GoalQuestion | null {
  const today = civilDateAt(now, timeZone);
  const reviews = inTime(reviewed);
  const last = reviews.at(-1);
  if (last !== undefined && civilDateAt(last.at, timeZone) >= today) {
    const goal = goals.find(({ id }) => id === last.goalId);
    return goal === undefined ? null : { goal, answered: last.outcome };
  }
  const due = presentGoals(goals).find((goal) => isDue(goal, reviews, { today, timeZone }));
  return due === undefined ? null : { goal: due, answered: null };
}
