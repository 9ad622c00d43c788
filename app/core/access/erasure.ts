/** What an erasure takes from what is kept about a person, and what it leaves, counted. */
export interface ErasureCounts {
  readonly goes: {
    readonly typedReplies: number;
    readonly goals: number;
    readonly reflections: number;
    readonly sessions: number;
    readonly links: number;
    readonly roles: number;
  };
  readonly stays: {
    readonly records: number;
    readonly attempts: number;
    readonly checkAnswers: number;
    readonly auditEntries: number;
    /** People who have them as manager. */
    readonly managed: number;
  };
}
