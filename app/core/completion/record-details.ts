/** A record with all that makes it one: the rule, the revision, who and why. */
import type { CompletionKind } from "./rule";

export interface RecordDetails {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly kind: CompletionKind;
  readonly slug: string;
  readonly title: string;
  readonly revision: string;
  readonly rule: string;
  readonly outcome: string;
  readonly because: string;
  /** ISO instant. */
  readonly completedAt: string;
  readonly timeZone: string;
  readonly validUntil: string | null;
  readonly author: string | null;
  readonly reason: string | null;
  /** The record that corrects this one; null while it stands. */
  readonly correctedBy: string | null;
  /** The record that this one corrects. */
  readonly corrects: string | null;
  /** The viewer may correct it: nobody corrects their own. */
  readonly mayCorrect: boolean;
}
