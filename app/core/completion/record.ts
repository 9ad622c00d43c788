/** What records mean together: a correction is a new record, and the one that it names stands no longer. */
import type { CompletionKind } from "~/core/completion/rule";

export interface RecordedCompletion {
  readonly id: string;
  readonly kind: CompletionKind;
  readonly slug: string;
  /** `completed`, or what a correction says instead. */
  readonly outcome: string;
  readonly correctsId: string | null;
}

/** A record as its own person reads it. */
export interface OwnCompletion {
  readonly id: string;
  readonly kind: CompletionKind;
  readonly slug: string;
  readonly title: string;
  readonly outcome: string;
  readonly because: string;
  /** The official run that it rests on; null for anything but a role-play. */
  readonly attemptId: string | null;
  /** ISO instant. */
  readonly completedAt: string;
  readonly timeZone: string;
}

/** The records that count: not corrected by another, and saying that something was completed. */
export function standing<One extends RecordedCompletion>(records: readonly One[]): One[] {
  const corrected = new Set(records.map(({ correctsId }) => correctsId));
  return records.filter(({ id, outcome }) => outcome === "completed" && !corrected.has(id));
}

/** One step or thing that can be complete, as a key for a set. */
export function completionKey(kind: CompletionKind, slug: string): string {
  return `${kind}:${slug}`;
}

/** Only one period exists until recertification opens a new one. */
const firstPeriod = "1";

/**
 * The unique name of the demand that a record fulfils: recording it twice is impossible in the
 * database itself, however many requests arrive at once.
 */
export function requirementOf(personId: string, kind: CompletionKind, slug: string): string {
  return `${personId}:${kind}:${slug}:${firstPeriod}`;
}
