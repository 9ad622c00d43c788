/** What an entry of the audit tells beside who and when, in words: one short line for each thing. */
import { factInWords, nothing } from "./fact-words";

const labels: Readonly<Record<string, string>> = {
  email: "e-mail",
  managerEmail: "manager",
  startDate: "first day",
  timeZone: "time zone",
  sessionsEnded: "sessions ended",
  addressesEnded: "one-time addresses ended",
  words: "with typed words",
  typedReplies: "typed replies emptied",
  auditEntries: "entries of the audit emptied",
  madeAt: "backup of",
  sha256: "checksum",
  from: "from revision",
  to: "to revision",
  by: "how",
  slug: "which",
};

/** Ids say nothing to a reader: the person is named in the entry itself. */
const untold = new Set(["personId"]);

/** "restoredAt" reads "restored at". */
export function labelOf(key: string): string {
  return labels[key] ?? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export function isChange(value: unknown): value is readonly [unknown, unknown] {
  return Array.isArray(value) && value.length === 2;
}

/** Fields that hold [before, after], and not a list of two. */
function isToldAsChange(key: string, value: unknown): value is readonly [unknown, unknown] {
  return key === "roles" && isChange(value) && value.every((side) => Array.isArray(side));
}

/** `timeZone`: where the reader is, for the instants among it. */
export function detailInWords(detail: unknown, timeZone: string): readonly string[] {
  if (typeof detail !== "object" || detail === null || Array.isArray(detail)) return [];
  const words = (key: string, value: unknown) => factInWords(key, value, timeZone);
  const change = (key: string, [before, after]: readonly [unknown, unknown]) =>
    `${labelOf(key)}: ${words(key, before)} → ${words(key, after)}`;
  return Object.entries(detail as Record<string, unknown>).flatMap(([key, value]) => {
    if (untold.has(key)) return [];
    if (key === "changed" && typeof value === "object" && value !== null) {
      return Object.entries(value).map(([field, sides]) =>
        isChange(sides) ? change(field, sides) : `${labelOf(field)}: ${words(field, sides)}`,
      );
    }
    if (isToldAsChange(key, value)) return [change(key, value)];
    // What nobody set, and of what there was none, is not told: it would only be noise.
    if (value === 0) return [];
    const told = words(key, value);
    return told === nothing ? [] : [`${labelOf(key)}: ${told}`];
  });
}
