/** A person's official runs as their manager may know of them: nothing of what was said. */

import { dateInWords } from "~/core/calendar/date-words";
import type { BehaviourSum } from "~/core/practice/behaviour-sum";
import { countInWords } from "~/core/prose/in-words";

/** How often somebody played a role-play officially, how it ended and what it showed. */
export interface OfficialRun {
  readonly slug: string;
  readonly title: string;
  /** All that there ever were, one that goes on included. */
  readonly attempts: number;
  /** Since it was asked for again, by a renewal or a withdrawal; null where it never was. */
  readonly again: {
    /** ISO instant. */
    readonly since: string;
    /** Of those the ones that ended since, or go on. */
    readonly attempts: number;
  } | null;
  /** By one of those that count, since it was asked for again, where it was; by the last where the course says so. */
  readonly passed: boolean;
  /** The course counts the last run and not the best. */
  readonly byLast: boolean;
  /** Of the latest that ended; null where none did. */
  readonly latest: {
    readonly outcome: "passed" | "failed";
    /** ISO instant. */
    readonly endedAt: string;
    readonly behaviours: readonly (Omit<BehaviourSum, "behaviour"> & { readonly name: string })[];
  } | null;
}

/** "3 official runs, 1 of them since it was asked for again on 5 Oct 2026". */
export function runsInWords({ attempts, again }: OfficialRun, timeZone: string): string {
  const all = countInWords(attempts, "official run");
  if (again === null) return all;
  const since = `since it was asked for again on ${dateInWords(again.since, { timeZone })}`;
  if (again.attempts === 0) return `${all}, none of them ${since}`;
  if (again.attempts === attempts) return `${all} ${since}`;
  return `${all}, ${String(again.attempts)} of them ${since}`;
}

/** Official runs of a role-play that a course limits. */
export interface LimitedRuns {
  readonly slug: string;
  readonly title: string;
  /** Runs that ended. */
  readonly used: number;
  readonly left: number;
  /** Given beyond what the course allows. */
  readonly granted: number;
  readonly result: "passed" | "failed" | null;
  /** ISO instant: the next one may begin from then on. Null where nothing has to be waited for. */
  readonly opensAt: string | null;
}
