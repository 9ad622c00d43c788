/**
 * Who needs their manager this week, and why. The words are part of the rule: a manager reads the
 * reason and a first thing to say. Practice plays no part: it is private, also that it happened.
 */
import { daysBetween, type CivilDate } from "~/core/calendar/civil-date";
import type { PathProgress } from "~/core/course/progress";

/** From so many on, somebody is stuck. */
export const stuckLimits = { overdueDays: 3, failedRuns: 3, quietDays: 7 } as const;

interface StuckReason {
  readonly kind: "overdue" | "spent" | "failing" | "renewal" | "quiet";
  /** What was seen: one sentence. */
  readonly sentence: string;
  /** What a manager could do about it today: one sentence. */
  readonly try: string;
}

export interface WeekFacts {
  readonly today: CivilDate;
  /** The day their path began, or begins. */
  readonly startDate: CivilDate;
  /** null where no path is assigned. */
  readonly progress: PathProgress | null;
  /** Title of the next step. */
  readonly nextTitle: string | null;
  /** The last day on which something that a manager may know of was recorded. */
  readonly lastStep: CivilDate | null;
  /** Official runs that did not pass, of role-plays not yet passed. */
  readonly failedRuns: readonly FailedRuns[];
  /** Courses and paths that lasted for a time and are to be renewed. */
  readonly renewals: readonly DueRenewal[];
}

interface FailedRuns {
  readonly title: string;
  readonly failed: number;
  /** A course limits them, and none is left. */
  readonly spent: boolean;
}

export interface DueRenewal {
  readonly title: string;
  /** Days until it is due; negative once that day has passed. */
  readonly dueInDays: number;
}

export type Week =
  | { readonly state: "stuck"; readonly reasons: readonly StuckReason[] }
  | { readonly state: "under-way" | "complete" | "no-path" }
  | { readonly state: "not-started"; readonly startsInDays: number };

function overdue(days: number, title: string): StuckReason {
  return {
    kind: "overdue",
    sentence: `The next step, “${title}”, was due ${days} days ago.`,
    try: "Ask what is in the way, and find ten quiet minutes in the rota together.",
  };
}

function spent(title: string): StuckReason {
  return {
    kind: "spent",
    sentence: `No official run of “${title}” is left, and none has passed.`,
    try: "Play it once side by side as practice, then give them one more official run.",
  };
}

function unrenewed({ title, dueInDays }: DueRenewal): StuckReason {
  return {
    kind: "renewal",
    sentence: `“${title}” was to be renewed ${-dueInDays} days ago.`,
    try: "What they completed stays on record. Ask which week has an hour for going through it once more.",
  };
}

function failing(failed: number, title: string): StuckReason {
  return {
    kind: "failing",
    sentence: `“${title}” has ended without a pass ${failed} times.`,
    try: "Play it once side by side: practice runs count for nothing, and can be played as often as you like.",
  };
}

function quiet(days: number, begun: boolean): StuckReason {
  return {
    kind: "quiet",
    sentence: begun
      ? `Nothing has been recorded for ${days} days.`
      : `Nothing has been recorded since the first day, ${days} days ago.`,
    try: begun
      ? "Say hello first. Are the days too full, or did something put them off?"
      : "Check that they can sign in, and that somebody showed them where to begin.",
  };
}

/** How this person's week looks to their manager. */
export function judgeWeek(facts: WeekFacts): Week {
  const { today, startDate, progress, nextTitle, lastStep, failedRuns, renewals } = facts;
  const reasons = renewals
    .filter(({ dueInDays }) => -dueInDays >= stuckLimits.overdueDays)
    .map(unrenewed);
  if (progress === null || progress.complete) {
    if (reasons.length > 0) return { state: "stuck", reasons };
    return { state: progress === null ? "no-path" : "complete" };
  }
  const { next } = progress;
  if (next !== null && next.overdueDays >= stuckLimits.overdueDays) {
    reasons.push(overdue(next.overdueDays, nextTitle ?? next.slug));
  }
  for (const run of failedRuns) {
    if (run.spent) reasons.push(spent(run.title));
    else if (run.failed >= stuckLimits.failedRuns) reasons.push(failing(run.failed, run.title));
  }
  // Whoever is ahead of the plan may rest: silence counts only while something is due.
  const since = lastStep !== null && lastStep > startDate ? lastStep : startDate;
  const silent = daysBetween(since, today);
  if (next !== null && next.due <= today && silent >= stuckLimits.quietDays) {
    reasons.push(quiet(silent, lastStep !== null));
  }
  if (reasons.length > 0) return { state: "stuck", reasons };
  return progress.startsInDays > 0
    ? { state: "not-started", startsInDays: progress.startsInDays }
    : { state: "under-way" };
}

/** Behind their plan, and not so far that the rule calls them stuck. */
export function isLate({
  week,
  next,
}: {
  readonly week: Week;
  readonly next: { readonly dueInDays: number } | null;
}): boolean {
  return week.state === "under-way" && next !== null && next.dueInDays < 0;
}
