/**
 * Every table that says something about a person, and what becomes of it when they are erased and
 * when they ask for their data. A test reads the schema and fails where a table is missing here.
 */

export type Erasure =
  /** The rows go. */
  | "deleted"
  /** The rows stay, so that counts do; words and identity in them go. */
  | "emptied"
  /** Nothing in them names anybody or is anybody's words: they stay as they are. */
  | "kept";

interface PersonalTable {
  readonly erasure: Erasure;
  /** Where it stands in the copy of one's own data; null with the reason beside it. */
  readonly ownData: string | null;
}

export const personalTables: Readonly<Record<string, PersonalTable>> = {
  Person: { erasure: "emptied", ownData: "person" },
  PersonRole: { erasure: "deleted", ownData: "person" },
  Session: { erasure: "deleted", ownData: "person" },
  // Whether an address was made is in the audit; the row itself is a secret's fingerprint.
  OneTimeLink: { erasure: "deleted", ownData: null },
  Assignment: { erasure: "kept", ownData: "person" },
  Attempt: { erasure: "kept", ownData: "attempts" },
  // Nobody is there any more who could take it back.
  AttemptSharing: { erasure: "deleted", ownData: "attempts" },
  KeptForm: { erasure: "deleted", ownData: "notSavedYet" },
  AttemptEvent: { erasure: "emptied", ownData: "attempts" },
  CheckAnswer: { erasure: "kept", ownData: "checkAnswers" },
  Reflection: { erasure: "emptied", ownData: "reflections" },
  Goal: { erasure: "emptied", ownData: "goals" },
  GoalReview: { erasure: "kept", ownData: "goalReviews" },
  SelfRating: { erasure: "kept", ownData: "selfRatings" },
  Completion: { erasure: "emptied", ownData: "completions" },
  AttemptGrant: { erasure: "emptied", ownData: "grants" },
  // What somebody put in use is about content; that they did is in the audit.
  PublicationChange: { erasure: "kept", ownData: null },
  AuditEntry: { erasure: "emptied", ownData: "changes" },
  // Says that they were erased: nobody who was can ask for their data.
  Erasure: { erasure: "kept", ownData: null },
};
