/** A person's official runs as their manager may know of them: nothing of what was said. */

/** How often somebody played a role-play officially, how it ended and what it showed. */
export interface OfficialRun {
  readonly slug: string;
  readonly title: string;
  /** All of them, one that goes on included. */
  readonly attempts: number;
  readonly passed: boolean;
  /** Of the latest that ended; null where none did. */
  readonly latest: {
    readonly outcome: "passed" | "failed";
    /** ISO instant. */
    readonly endedAt: string;
    readonly behaviours: readonly {
      readonly name: string;
      readonly shown: number;
      readonly offered: number;
    }[];
  } | null;
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
}
