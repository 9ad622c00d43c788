/** What records mean together: a correction is a new record, and the one that it names stands no longer. */
import { daysBetween, isCivilDate, type CivilDate } from "~/core/calendar/civil-date";
import { byHandRule, type CompletionKind } from "~/core/completion/rule";

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
  /** From that day on it is to be renewed. */
  readonly validUntil: CivilDate | null;
  /** The official run that it rests on; null for anything but a role-play. */
  readonly attemptId: string | null;
  /** ISO instant. */
  readonly completedAt: string;
  readonly timeZone: string;
  readonly rule: string;
}

/** The records that count: not corrected by another, and saying that something was completed. */
export function standing<One extends RecordedCompletion>(records: readonly One[]): One[] {
  const corrected = new Set(records.map(({ correctsId }) => correctsId));
  return records.filter(({ id, outcome }) => outcome === "completed" && !corrected.has(id));
}

/** What is complete by nothing but records that somebody wrote by hand, as keys. */
export function completedByHand(
  records: readonly (RecordedCompletion & { readonly rule: string })[],
): ReadonlySet<string> {
  const [byHand, decided] = [new Set<string>(), new Set<string>()];
  for (const { kind, slug, rule } of standing(records)) {
    (rule === byHandRule ? byHand : decided).add(completionKey(kind, slug));
  }
  return new Set([...byHand].filter((key) => !decided.has(key)));
}

/** Why, with the words of who wrote a record by hand. Those are apart, so that they can be erased. */
export function becauseInWords({
  because,
  reason,
}: {
  readonly because: string;
  readonly reason: string | null;
}): string {
  return reason === null || reason === "" ? because : `${because.replace(/\.$/, "")}: ${reason}`;
}

type Lasting = "for-good" | "for-now" | "not-for-long" | "over";

/**
 * How long a record is good, seen from a day: what is to be renewed within thirty is not for long. A
 * day that is none ends nothing.
 */
export function lasting(validUntil: CivilDate | null, today: CivilDate): Lasting {
  if (validUntil === null || !isCivilDate(validUntil)) return "for-good";
  const days = daysBetween(today, validUntil);
  if (days <= 0) return "over";
  return days <= 30 ? "not-for-long" : "for-now";
}

/** One step or thing that can be complete, as a key for a set. */
export function completionKey(kind: CompletionKind, slug: string): string {
  return `${kind}:${slug}`;
}

/**
 * The unique name of the demand that a record fulfils: recording it twice is impossible in the
 * database itself, however many requests arrive at once.
 */
export function requirementOf(
  personId: string,
  kind: CompletionKind,
  slug: string,
  /** Which demand it meets: the first, or one that opened anew. See `demand.ts`. */
  period = "1",
): string {
  return `${personId}:${kind}:${slug}:${period}`;
}
