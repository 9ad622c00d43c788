/**
 * What an erasure takes from what is kept about a person, and what it leaves, counted as far as administrators may
 * see it. Of runs, answers, goals and words it is said that they go or stay, and not how many there are.
 */
export interface ErasureCounts {
  readonly goes: {
    readonly roles: number;
  };
  readonly stays: {
    readonly records: number;
    readonly auditEntries: number;
    /** Reasons that they wrote on other people's records. */
    readonly written: number;
    /** People who have them as manager. */
    readonly managed: number;
  };
}
