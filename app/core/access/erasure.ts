/** What an erasure takes from what is kept about a person, and what it leaves, counted. */
export interface ErasureCounts {
  readonly goes: {
    readonly typedReplies: number;
    readonly goals: number;
    readonly reflections: number;
    /** What others wrote about their records, and why they were given a further run. */
    readonly reasons: number;
    /** What they sent while signed out, and was not saved. */
    readonly notSaved: number;
    readonly sharings: number;
    readonly roles: number;
  };
  readonly stays: {
    readonly records: number;
    readonly attempts: number;
    readonly checkAnswers: number;
    readonly auditEntries: number;
    /** Reasons that they wrote on other people's records. */
    readonly written: number;
    /** People who have them as manager. */
    readonly managed: number;
  };
}
