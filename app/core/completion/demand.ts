/**
 * What is asked of a person anew: a thing whose record does not stand any more, or one that is to be
 * renewed. What was done before a demand opened does not meet it, and stays on record.
 * See docs/decisions/028.
 */
import {
  addDays,
  civilDateAt,
  isCivilDate,
  startOfDay,
  type CivilDate,
} from "~/core/calendar/civil-date";
import { completionKey, standing, type RecordedCompletion } from "~/core/completion/record";
import type { Step } from "~/core/course/definition";
import { stepSlug } from "~/core/course/progress";

export interface DatedRecord extends RecordedCompletion {
  readonly completedAt: Date;
  /** IANA name: where the person was. */
  readonly timeZone: string;
  /** From that day on it is to be renewed; null where it lasts for ever. */
  readonly validUntil: CivilDate | null;
}

export interface Demand {
  /** The place among the records of the thing that its record will have: it is met once only. */
  readonly period: string;
  /** Only what was done from then on meets it; null where anything does. */
  readonly since: Date | null;
}

export interface Stepped {
  readonly kind: "course" | "path";
  readonly slug: string;
  readonly steps: readonly Step[];
}

function latest<One extends DatedRecord>(records: readonly One[]): One | undefined {
  return records.reduce<One | undefined>(
    (last, one) => (last === undefined || one.completedAt > last.completedAt ? one : last),
    undefined,
  );
}

function laterOf(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** Since when a completion has to be renewed; null while it lasts, and where its day is none. */
function lapseOf({ validUntil, timeZone }: DatedRecord, now: Date): Date | null {
  if (validUntil === null || !isCivilDate(validUntil)) return null;
  if (civilDateAt(now, timeZone) < validUntil) return null;
  return startOfDay(validUntil, timeZone);
}

/** What the records of one thing leave to be done of it; null where it is complete. */
export function openDemand(
  records: readonly DatedRecord[],
  now: Date,
  /** Since when something that it is a step of is asked for anew. */
  aroundSince: Date | null = null,
): Demand | null {
  const last = latest(standing(records));
  const outlived = last === undefined || (aroundSince !== null && last.completedAt < aroundSince);
  const lapse = last === undefined ? null : lapseOf(last, now);
  if (!outlived && lapse === null) return null;
  const correction = latest(records.filter(({ outcome }) => outcome !== "completed"));
  const since = laterOf(lapse, outlived ? aroundSince : null);
  return {
    period: String(records.length + 1),
    since: laterOf(since, correction?.completedAt ?? null),
  };
}

/** Every demand that is not just the first, which anything meets, by key. */
export function reopened(
  records: readonly DatedRecord[],
  outlines: readonly Stepped[],
  now: Date,
): ReadonlyMap<string, Demand> {
  const open = new Map<string, Demand>();
  if (records.every(({ outcome, validUntil }) => outcome === "completed" && validUntil === null)) {
    return open;
  }
  const byKey = new Map<string, DatedRecord[]>();
  for (const record of records) {
    const key = completionKey(record.kind, record.slug);
    byKey.set(key, [...(byKey.get(key) ?? []), record]);
  }
  const around = new Map<string, Date | null>();
  for (const { kind, slug, steps } of outlines) {
    const since = openDemand(byKey.get(completionKey(kind, slug)) ?? [], now)?.since ?? null;
    for (const step of since === null ? [] : steps) {
      const key = completionKey(step.kind, stepSlug(step));
      around.set(key, laterOf(around.get(key) ?? null, since));
    }
  }
  for (const key of new Set([...byKey.keys(), ...around.keys()])) {
    const demand = openDemand(byKey.get(key) ?? [], now, around.get(key));
    if (demand !== null) open.set(key, demand);
  }
  return open;
}

/**
 * Since when runs of a thing count: since what is asked for anew, or, where nothing is, since what its
 * record met. What was done for a demand of before stays with that one. Null where everything counts.
 */
export function countsSince(
  records: readonly DatedRecord[],
  outlines: readonly Stepped[],
  { key, now }: { readonly key: string; readonly now: Date },
): Date | null {
  const open = reopened(records, outlines, now).get(key);
  if (open !== undefined) return open.since;
  const last = latest(
    standing(records).filter(({ kind, slug }) => completionKey(kind, slug) === key),
  );
  if (last === undefined) return null;
  const before = records.filter(({ completedAt }) => completedAt < last.completedAt);
  return reopened(before, outlines, last.completedAt).get(key)?.since ?? null;
}

/** What is complete now: on record, standing, and not asked for anew. */
export function completedNow(
  records: readonly DatedRecord[],
  open: ReadonlyMap<string, Demand>,
): ReadonlySet<string> {
  const keys = standing(records).map(({ kind, slug }) => completionKey(kind, slug));
  return new Set(keys.filter((key) => !open.has(key)));
}

/** Days to do again what is asked for anew, from the day on which it was. */
const renewalDays = 30;

export interface Renewal {
  readonly kind: "course" | "path";
  readonly slug: string;
  /** Until when the last completion was good. */
  readonly lasted: CivilDate;
  readonly due: CivilDate;
}

/** Courses and paths that lasted for their time and are to be renewed now. */
export function renewals(
  records: readonly DatedRecord[],
  open: ReadonlyMap<string, Demand>,
): readonly Renewal[] {
  const found = new Map<string, Renewal>();
  for (const { kind, slug, validUntil } of standing(records)) {
    if (validUntil === null || (kind !== "course" && kind !== "path")) continue;
    const key = completionKey(kind, slug);
    const before = found.get(key);
    if (!open.has(key) || (before !== undefined && before.lasted > validUntil)) continue;
    found.set(key, { kind, slug, lasted: validUntil, due: addDays(validUntil, renewalDays) });
  }
  return [...found.values()];
}

/** By when a step that is asked for anew is due; null where it is not. */
export function dueAnew(open: ReadonlyMap<string, Demand>, timeZone: string) {
  return (key: string): CivilDate | null => {
    const since = open.get(key)?.since ?? null;
    return since === null ? null : addDays(civilDateAt(since, timeZone), renewalDays);
  };
}
