/** What an entry of the audit tells beside who and when, in words: one short line for each thing. */

const labels: Readonly<Record<string, string>> = {
  email: "e-mail",
  managerEmail: "manager",
  startDate: "first day",
  timeZone: "time zone",
  sessionsEnded: "sessions ended",
  words: "with typed words",
  typedReplies: "typed replies emptied",
  auditEntries: "entries of the audit emptied",
  madeAt: "backup of",
  sha256: "checksum",
  fromHash: "from revision",
  toHash: "to revision",
  revisionHash: "revision",
};

/** Ids say nothing to a reader: the person is named in the entry itself. */
const untold = new Set(["personId"]);

/** "restoredAt" reads "restored at". */
function labelOf(key: string): string {
  return labels[key] ?? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const nothing = "nothing";

function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return nothing;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    return value.length === 0 ? nothing : value.map(valueInWords).join(", ");
  }
  return JSON.stringify(value);
}

function changeInWords(key: string, [before, after]: readonly unknown[]): string {
  return `${labelOf(key)}: ${valueInWords(before)} → ${valueInWords(after)}`;
}

function isChange(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length === 2;
}

/** Fields that hold [before, after], and not a list of two. */
function isToldAsChange(key: string, value: unknown): value is readonly unknown[] {
  return key === "roles" && isChange(value) && value.every((side) => Array.isArray(side));
}

export function detailInWords(detail: unknown): readonly string[] {
  if (typeof detail !== "object" || detail === null || Array.isArray(detail)) return [];
  return Object.entries(detail as Record<string, unknown>).flatMap(([key, value]) => {
    if (untold.has(key)) return [];
    if (key === "changed" && typeof value === "object" && value !== null) {
      return Object.entries(value).map(([field, sides]) =>
        isChange(sides) ? changeInWords(field, sides) : `${labelOf(field)}: ${valueInWords(sides)}`,
      );
    }
    if (isToldAsChange(key, value)) return [changeInWords(key, value)];
    // What nobody set is not told: "team: nothing" would only be noise.
    const words = valueInWords(value);
    return words === nothing ? [] : [`${labelOf(key)}: ${words}`];
  });
}
